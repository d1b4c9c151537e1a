import type { PostalAddress } from '../../canonical/postal-address.ts';

interface AddressRow {
  readonly AddressLine1: string | null;
  readonly AddressLine2: string | null;
  readonly AddressLine3: string | null;
  readonly City: string | null;
  readonly State: string | null;
  readonly ZipCode: string | null;
  readonly CountryCode: string | null;
}

/** The address of a table whose address columns have no prefix. */
export function postalAddress(row: AddressRow): PostalAddress {
  return {
    addressLine1: row.AddressLine1,
    addressLine2: row.AddressLine2,
    addressLine3: row.AddressLine3,
    city: row.City,
    state: row.State,
    zipCode: row.ZipCode,
    countryCode: row.CountryCode
  };
}
