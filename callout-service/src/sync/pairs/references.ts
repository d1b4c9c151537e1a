import type { SalesOrderLine } from '../../canonical/sales-order.ts';
import { recordKeys } from '../../mapping/entities/record-keys.ts';
import type { Reference } from './object-pair.ts';

interface OfCustomer {
  readonly arDivisionNo: string;
  readonly customerNo: string;
}

interface OfVendor {
  readonly apDivisionNo: string;
  readonly vendorNo: string;
}

type ItemLine = Pick<SalesOrderLine, 'itemCode' | 'itemType'>;

/** The account of whoever a document is about. A document of a customer whom the filter leaves out has none. */
export const accountOfCustomer: Reference<OfCustomer> = {
  field: 'Account__c',
  entity: 'customer',
  keyOf: recordKeys.customer,
  required: false
};

/** The vendor of a bill or purchase order. */
export const vendorOfRecord: Reference<OfVendor> = {
  field: 'Sage_Vendor__c',
  entity: 'vendor',
  keyOf: recordKeys.vendor,
  required: false
};

/** Charges, comments and special items are no products. */
export const productOfLine: Reference<ItemLine> = {
  field: 'Product__c',
  entity: 'item',
  keyOf: ({ itemCode, itemType }) => (itemType === 'regular' ? itemCode : null),
  required: false
};
