/** What was found out about driver and data source at start; null where a question could not be asked. */
export interface SageCapabilities {
  readonly dialect: 'providex' | 'sql-server';
  /** From the prefix of the driver's own messages: `ProvideX`, `Microsoft ODBC Driver 18 for SQL Server`, `SQLite`. */
  readonly driverName: string | null;
  /** Bitness of the reader process, which the driver shares. */
  readonly bits: 32 | 64;
  readonly takesParameters: boolean | null;
  readonly takesTop: boolean | null;
  readonly takesDateLiterals: boolean | null;
  readonly describesColumns: boolean | null;
  /** How numbers arrive: text is exact; a double is exact to 15 digits. */
  readonly numbersArriveAs: 'text' | 'double' | null;
  readonly padsText: boolean | null;
  /** How a blank date arrives, over the first rows of a few tables. */
  readonly blankDatesArriveAs: 'null' | 'text' | 'first-day' | null;
  /** Whether MAS_SYSTEM's tables, SY_Company and CM_UDF, can be read. */
  readonly showsSystemTables: boolean | null;
  /** SY_Company.CompanyName of the configured company; null when it is not shown or there is no such company. */
  readonly companyName: string | null;
  /** Live lengths that differ between releases, as `AR_Customer.CustomerName` → 50. */
  readonly columnLengths: Readonly<Record<string, number>>;
  /** Columns of the catalogue that this data source lacks, as `AR_Customer.TelephoneType`; `AP_Vendor.*` for a whole table. */
  readonly missingColumns: readonly string[];
}

/**
 * The columns whose lengths grew between releases, with those of release 2023. A shorter one means an older release, and
 * that texts which fit elsewhere do not fit there.
 */
export const lengthsOfRelease2023 = {
  'AR_Customer.CustomerName': 50,
  'AR_Customer.AddressLine1': 40,
  'AR_Customer.City': 30,
  'AR_Customer.TelephoneNo': 20,
  'SO_SalesOrderHeader.CustomerPONo': 30,
  'AP_OpenInvoice.InvoiceNo': 20
} as const satisfies Readonly<Record<string, number>>;
