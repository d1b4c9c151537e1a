/** How the company's Business Object Interface is set up, unless a control changes it. */
export const defaultSettings = {
  user: 'BOIUSER',
  password: 'boi-password',
  /** Companies of the installation; ABC's data is what the directory holds. */
  company: 'ABC',
  /** Preferences > Allow External Access of the company: `Y` or `N`. */
  externalAccess: 'Y',
  /** How many sessions may be logged on at once, over all processes. */
  seats: '5',
  /** Digits after the point that a quantity may have (Inventory Management Options). */
  quantityDecimals: '6',
  /** Digits after the point to which unit prices are rounded. */
  priceDecimals: '6',
  /** Whether orders stamp the stock records and the customer whose quantities and amounts they change: `Y` or `N`. */
  stampQuantities: 'Y',
  /** Columns that a record must have filled, as `SO_SalesOrderHeader.UDF_X`, separated by blanks. */
  requiredFields: ''
} as const;

export type SettingName = keyof typeof defaultSettings;
export type Settings = Readonly<Record<SettingName, string>>;

export function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(defaultSettings, name);
}
