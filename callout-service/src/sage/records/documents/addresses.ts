import type { PostalAddress } from '../../../canonical/postal-address.ts';
import type { billToColumns, shipToColumns } from '../../catalogue/document-columns.ts';
import type { WholeRow } from '../definition.ts';

/** Whom a document is billed to. */
export function billToParty(row: WholeRow<typeof billToColumns>) {
  const billTo: PostalAddress = {
    addressLine1: row.BillToAddress1,
    addressLine2: row.BillToAddress2,
    addressLine3: row.BillToAddress3,
    city: row.BillToCity,
    state: row.BillToState,
    zipCode: row.BillToZipCode,
    countryCode: row.BillToCountryCode
  };
  return { billToName: row.BillToName, billTo };
}

/** Where a document's goods go. */
export function shipToParty(row: WholeRow<typeof shipToColumns>) {
  const shipTo: PostalAddress = {
    addressLine1: row.ShipToAddress1,
    addressLine2: row.ShipToAddress2,
    addressLine3: row.ShipToAddress3,
    city: row.ShipToCity,
    state: row.ShipToState,
    zipCode: row.ShipToZipCode,
    countryCode: row.ShipToCountryCode
  };
  return { shipToName: row.ShipToName, shipTo };
}

/** An address with nothing in it: a document that Sage keeps without one. */
export const NO_ADDRESS: PostalAddress = {
  addressLine1: null,
  addressLine2: null,
  addressLine3: null,
  city: null,
  state: null,
  zipCode: null,
  countryCode: null
};
