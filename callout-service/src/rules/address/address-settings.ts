/** Lengths of Sage's address columns, in characters: those of the live catalogue, since releases differ. */
export interface SageAddressLengths {
  /** Of each of AddressLine1..3: 30 in release 6.00, 40 in later ones. */
  readonly addressLine: number;
  readonly city: number;
  readonly state: number;
  readonly zipCode: number;
  readonly countryCode: number;
}

/** What two sites may answer differently about addresses. */
export interface AddressSettings {
  readonly lengths: SageAddressLengths;
  /** ISO 3166 alpha-2 code of the company's own country, which an address without a country is in. */
  readonly businessCountry: string;
  /** The code that the site keeps in CountryCode: ISO 3166 alpha-3 (`USA`) with most, alpha-2 or numeric with others. */
  readonly sageCountryForm: 'iso3' | 'iso2' | 'numeric';
  /** Codes of the site's own by alpha-2 code, where Sage's country table differs from ISO 3166, as `{ GB: 'UK' }`. */
  readonly sageCountryCodes?: Readonly<Record<string, string>>;
  /**
   * How Salesforce takes state and country: `code` for the fields of state and country picklists (BillingStateCode,
   * BillingCountryCode), `name` for plain text.
   */
  readonly salesforceForm: 'code' | 'name';
  /** Names by alpha-2 code, where the org's country names differ from the English short names of ISO 3166. */
  readonly salesforceCountryNames?: Readonly<Record<string, string>>;
}

/** An address in Salesforce's shape, as the compound address fields have it. Blank is null. */
export interface SalesforceAddress {
  /** Several lines, up to 255 characters in all. */
  readonly street: string | null;
  readonly city: string | null;
  /** A state's name or its code. */
  readonly state: string | null;
  readonly postalCode: string | null;
  /** A country's name, its ISO 3166 code, or Sage's code of it. */
  readonly country: string | null;
}

export type SalesforceAddressField = keyof SalesforceAddress;

/** Something a person may want to look at, which keeps nothing from being written. */
export interface AddressRemark {
  readonly field: SalesforceAddressField;
  readonly remark: string;
}
