import type { PostalAddress } from '../../../canonical/postal-address.ts';
import type { billToColumns, shipToColumns } from '../../catalogue/document-columns.ts';
import type { poPurchaseOrderHeader } from '../../catalogue/po-purchase-order-header.ts';
import type { RowOf } from '../../catalogue/table.ts';
import type { FullRow } from './full-row.ts';

type BillToRow = RowOf<typeof billToColumns, keyof typeof billToColumns>;
type ShipToRow = RowOf<typeof shipToColumns, keyof typeof shipToColumns>;
type PurchaseRow = FullRow<typeof poPurchaseOrderHeader>;

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

export function billToAddress(row: BillToRow): PostalAddress {
  return {
    addressLine1: row.BillToAddress1,
    addressLine2: row.BillToAddress2,
    addressLine3: row.BillToAddress3,
    city: row.BillToCity,
    state: row.BillToState,
    zipCode: row.BillToZipCode,
    countryCode: row.BillToCountryCode
  };
}

export function shipToAddress(row: ShipToRow): PostalAddress {
  return {
    addressLine1: row.ShipToAddress1,
    addressLine2: row.ShipToAddress2,
    addressLine3: row.ShipToAddress3,
    city: row.ShipToCity,
    state: row.ShipToState,
    zipCode: row.ShipToZipCode,
    countryCode: row.ShipToCountryCode
  };
}

export function purchaseAddress(row: PurchaseRow): PostalAddress {
  return {
    addressLine1: row.PurchaseAddress1,
    addressLine2: row.PurchaseAddress2,
    addressLine3: row.PurchaseAddress3,
    city: row.PurchaseCity,
    state: row.PurchaseState,
    zipCode: row.PurchaseZipCode,
    countryCode: row.PurchaseCountryCode
  };
}
