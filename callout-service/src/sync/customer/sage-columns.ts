import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { AddressSettings } from '../../rules/address/address-settings.ts';
import type { TableFacts } from '../../rules/written-values/written-value.ts';
import type { SageCatalogue } from '../../sage/port/sage-catalogue.ts';

/** What a site decides about country codes in Sage: see `AddressSettings`. */
export type SageCountries = Pick<AddressSettings, 'sageCountryForm' | 'sageCountryCodes'>;

/** Columns of a table and the lengths they have in this release of Sage. */
export interface SageColumns {
  readonly table: TableFacts;
  readonly addresses: AddressSettings;
  /** IANA name of the Sage server's zone: a moment becomes its day there. */
  readonly timeZone: string;
}

/** Lengths of release 2023, where the data source does not tell one. */
const USUAL_LENGTHS = { addressLine: 40, city: 30, state: 2, zipCode: 10, countryCode: 3 };

/** @throws LedgerBridgeError LB408 when the table is not shown; LB3xx. */
export async function sageColumns(
  name: 'AR_Customer' | 'AR_CustomerContact',
  businessCountry: string,
  parts: {
    readonly sage: { readonly catalogue: SageCatalogue };
    readonly countries: SageCountries;
    readonly timeZone: string;
  }
): Promise<SageColumns> {
  const table = await parts.sage.catalogue.describe(name);
  if (table === undefined)
    throw new LedgerBridgeError('LB408', { detail: `The data source does not show ${name}.` });
  const { countries, timeZone } = parts;
  return { table, addresses: addressSettings(table, businessCountry, countries), timeZone };
}

function addressSettings(
  table: TableFacts,
  businessCountry: string,
  countries: SageCountries
): AddressSettings {
  const lengths = {
    addressLine: lengthOf(table, 'AddressLine1') ?? USUAL_LENGTHS.addressLine,
    city: lengthOf(table, 'City') ?? USUAL_LENGTHS.city,
    state: lengthOf(table, 'State') ?? USUAL_LENGTHS.state,
    zipCode: lengthOf(table, 'ZipCode') ?? USUAL_LENGTHS.zipCode,
    countryCode: lengthOf(table, 'CountryCode') ?? USUAL_LENGTHS.countryCode
  };
  // Salesforce's plain text fields are read, whose state and country are names; codes are understood too.
  return { lengths, businessCountry, salesforceForm: 'name', ...countries };
}

/** Characters that a column holds; undefined when it is not there. */
export function lengthOf(table: TableFacts, column: string): number | undefined {
  return table.columns.find(({ name }) => name === column)?.length;
}
