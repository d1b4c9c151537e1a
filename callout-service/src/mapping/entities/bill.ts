import type { Bill } from '../../canonical/bill.ts';
import { describeEntity, lastStamp } from './describe-entity.ts';
import { fieldsOf, stampFields } from './field-list.ts';
import { recordKeys } from './record-keys.ts';

const of = fieldsOf('AP_OpenInvoice');
const { text, decimal, day } = of;

/** AP_OpenInvoice: what is owed to vendors. */
export const billEntity = describeEntity<Bill>({
  entity: 'bill',
  label: 'Bill',
  fields: [
    text('vendorKey', 'Vendor with division', null),
    text('apDivisionNo', 'Division', 'APDivisionNo'),
    text('vendorNo', 'Vendor number', 'VendorNo'),
    text('invoiceNo', 'Vendor’s invoice number', 'InvoiceNo'),
    day('invoiceDate', 'Invoice date', 'InvoiceDate'),
    day('dueDate', 'Due on', 'InvoiceDueDate'),
    day('discountDate', 'Discount until', 'InvoiceDiscountDate'),
    day('postingDate', 'Posted on', 'PostingDate'),
    decimal('invoiceAmount', 'Amount', 'InvoiceAmt'),
    decimal('discountAmount', 'Discount', 'DiscountAmt'),
    decimal('balance', 'Balance', 'Balance'),
    ...stampFields(of)
  ],
  keyOf: recordKeys.bill,
  workedOut: (bill) => ({ vendorKey: recordKeys.vendor(bill) }),
  changedAt: lastStamp
});
