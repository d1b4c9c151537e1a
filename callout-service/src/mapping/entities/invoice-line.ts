import type { InvoiceLine } from '../../canonical/invoice.ts';
import { describeEntity } from './describe-entity.ts';
import { lineFields } from './document-lines.ts';
import { fieldsOf } from './field-list.ts';
import { recordKeys } from './record-keys.ts';

const of = fieldsOf('AR_InvoiceHistoryDetail');
const { text, decimal } = of;

/** A line with the invoice that it belongs to: by number, and by the key that invoices have. */
export type LineOfInvoice = InvoiceLine & { readonly invoiceNo: string; readonly invoiceKey: string };

/** Lines of invoices, posted or not; columns are those of AR_InvoiceHistoryDetail. */
export const invoiceLineEntity = describeEntity<LineOfInvoice>({
  entity: 'invoice-line',
  label: 'Invoice line',
  table: 'AR_InvoiceHistoryDetail',
  fields: [
    text('invoiceNo', 'Invoice number', 'InvoiceNo'),
    text('lineKey', 'Line key', 'DetailSeqNo'),
    ...lineFields(of),
    decimal('unitConversion', 'Standard units in a unit', 'UnitOfMeasureConvFactor'),
    decimal('quantityOrdered', 'Ordered', 'QuantityOrdered'),
    decimal('quantityShipped', 'Shipped', 'QuantityShipped'),
    decimal('quantityBackordered', 'Back-ordered', 'QuantityBackordered'),
    decimal('unitPrice', 'Price', 'UnitPrice'),
    decimal('unitCost', 'Cost', 'UnitCost'),
    decimal('discountPercent', 'Discount in per cent', 'LineDiscountPercent'),
    decimal('extensionAmount', 'Amount', 'ExtensionAmt'),
    text('salesOrderNo', 'Sales order', 'AppliedSalesOrderNo')
  ],
  keyOf: ({ invoiceKey, lineKey }) => recordKeys.line(invoiceKey, lineKey)
});
