/** One user-defined field: a column of a table, and what Sage's Customizer keeps of it in CM_UDF. */
export interface UserDefinedField {
  readonly table: string;
  readonly name: string;
  /** As in a table's columns: `sN`, `nP.S`, `d` or `text`. */
  readonly type: string;
  readonly description: string;
  /** M multi-line (also plain text), D drop box, L list box, C check box. */
  readonly controlType: 'M' | 'D' | 'L' | 'C';
  /** What a drop box, list box or check box offers. */
  readonly choices?: string;
  readonly required?: boolean;
}

/**
 * The user-defined fields of this company, all invented. UDF_REQUEST_KEY and UDF_SALESFORCE_ID hold 40 characters: there a
 * writer leaves the key of its request. An order carries it into its invoice, as at a site that maps the field so.
 */
const ownFields: readonly UserDefinedField[] = [
  field('AR_Customer', 'UDF_ACCOUNT_TIER', 's20', 'Account Tier', {
    controlType: 'D',
    choices: 'GOLD,SILVER,BRONZE'
  }),
  field('AR_Customer', 'UDF_CREDIT_REVIEW_DATE', 'd', 'Next Credit Review'),
  field('AR_Customer', 'UDF_ANNUAL_TARGET', 'n13.2', 'Annual Sales Target'),
  field('AR_Customer', 'UDF_PORTAL_ACCESS', 's1', 'Portal Access', { controlType: 'C', choices: 'Y,N' }),
  field('AR_Customer', 'UDF_DELIVERY_NOTES', 's250', 'Delivery Notes'),
  field('AR_Customer', 'UDF_REQUEST_KEY', 's40', 'Key of the Request that Wrote it'),
  field('AR_CustomerContact', 'UDF_ROLE', 's30', 'Role', { controlType: 'L', choices: 'BUYER,PAYER,OWNER' }),
  field('AR_CustomerContact', 'UDF_NEWSLETTER', 's1', 'Newsletter', { controlType: 'C', choices: 'Y,N' }),
  field('AR_CustomerContact', 'UDF_BIRTHDAY', 'd', 'Birthday'),
  field('AR_InvoiceHistoryHeader', 'UDF_SALESFORCE_ID', 's40', 'Key of the Order Request'),
  field('AR_InvoiceHistoryHeader', 'UDF_DISPUTED', 's1', 'Disputed', { controlType: 'C', choices: 'Y,N' }),
  field('AR_InvoiceHistoryHeader', 'UDF_DISPUTED_AMT', 'n13.2', 'Disputed Amount'),
  field('CI_Item', 'UDF_WEB_DESCRIPTION', 'text', 'Description on the Web'),
  field('CI_Item', 'UDF_BRAND', 's20', 'Brand', { required: true }),
  field('CI_Item', 'UDF_LAUNCH_DATE', 'd', 'Launch Date'),
  field('CI_Item', 'UDF_PALLET_QTY', 'n8.2', 'Pieces on a Pallet'),
  field('CI_Item', 'UDF_HAZARDOUS', 's1', 'Hazardous', { controlType: 'C', choices: 'Y,N' }),
  field('SO_SalesOrderDetail', 'UDF_ENGRAVING', 's60', 'Engraving'),
  field('SO_SalesOrderDetail', 'UDF_LENGTH_CUT', 'n8.3', 'Length Cut'),
  field('SO_SalesOrderDetail', 'UDF_NEEDED_BY', 'd', 'Needed by'),
  field('SO_SalesOrderHeader', 'UDF_SALESFORCE_ID', 's40', 'Key of the Order Request'),
  field('SO_SalesOrderHeader', 'UDF_PRIORITY', 's10', 'Priority', {
    controlType: 'D',
    choices: 'LOW,NORMAL,HIGH'
  }),
  field('SO_SalesOrderHeader', 'UDF_INSTALL_DATE', 'd', 'Installation Date'),
  field('SO_SalesOrderHeader', 'UDF_PALLETS', 'n5.1', 'Pallets'),
  field('SO_SalesOrderHeader', 'UDF_GIFT_WRAP', 's1', 'Gift Wrap', { controlType: 'C', choices: 'Y,N' }),
  field('SO_SalesOrderHeader', 'UDF_INSTRUCTIONS', 's250', 'Instructions'),
  field('SO_ShipToAddress', 'UDF_DOCK_HOURS', 's60', 'Dock Hours'),
  field('SO_ShipToAddress', 'UDF_LIFT_GATE', 's1', 'Lift Gate', { controlType: 'C', choices: 'Y,N' }),
  field('SO_ShipToAddress', 'UDF_DISTANCE', 'n8.1', 'Miles from the Warehouse')
];

/** Sage keeps SO_SalesOrderHistoryHeader as a mirror of the order header (release 6.00 layout), its fields too. */
const mirroredFields = ownFields
  .filter(({ table }) => table === 'SO_SalesOrderHeader')
  .map((field) => ({ ...field, table: 'SO_SalesOrderHistoryHeader' }));

/** Every user-defined field of the company. */
export const userDefinedFields: readonly UserDefinedField[] = [...ownFields, ...mirroredFields];

/** The fields of one table in the compact form of a table's columns. */
export function userDefinedColumns(table: string): string {
  const own = userDefinedFields.filter((field) => field.table === table);
  return own.map(({ name, type }) => `${name}:${type}`).join(' ');
}

function field(
  table: string,
  name: string,
  type: string,
  description: string,
  more: Partial<Pick<UserDefinedField, 'controlType' | 'choices' | 'required'>> = {}
): UserDefinedField {
  return { table, name, type, description, controlType: 'M', ...more };
}
