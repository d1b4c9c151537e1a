import type { Invoice } from '../../canonical/invoice.ts';
import type { EntityField } from './entity-description.ts';
import { describeEntity, lastStamp } from './describe-entity.ts';
import { LINES_APART } from './document-lines.ts';
import { addressFields, fieldsOf, stampFields } from './field-list.ts';
import { recordKeys } from './record-keys.ts';

const of = fieldsOf('AR_InvoiceHistoryHeader');
const { text, code, decimal, flag, day } = of;

const addresses: readonly EntityField[] = [
  text('billToName', 'Bill-to name', 'BillToName'),
  ...addressFields(of, { name: 'billTo', label: 'Bill-to', columns: 'BillTo' }),
  code('shipToCode', 'Ship-to code', 'ShipToCode'),
  text('shipToName', 'Ship-to name', 'ShipToName'),
  ...addressFields(of, { name: 'shipTo', label: 'Ship-to', columns: 'ShipTo' })
];

const days: readonly EntityField[] = [
  day('invoiceDate', 'Invoice date', 'InvoiceDate'),
  day('dueDate', 'Due on', 'InvoiceDueDate'),
  day('discountDueDate', 'Discount until', 'DiscountDueDate'),
  day('postingDate', 'Posted on', 'TransactionDate'),
  day('orderDate', 'Order date', 'OrderDate'),
  day('shipDate', 'Shipped on', 'ShipDate')
];

const amounts: readonly EntityField[] = [
  decimal('taxableAmount', 'Taxable', 'TaxableSalesAmt'),
  decimal('nonTaxableAmount', 'Not taxable', 'NonTaxableSalesAmt'),
  decimal('discountAmount', 'Discount', 'DiscountAmt'),
  decimal('salesTaxAmount', 'Sales tax', 'SalesTaxAmt'),
  decimal('freightAmount', 'Freight', 'FreightAmt'),
  decimal('depositAmount', 'Deposit', 'DepositAmt'),
  decimal('costOfSalesAmount', 'Cost of sales', 'CostOfSalesAmt'),
  decimal('total', 'Total', null),
  decimal('balance', 'Still owed', null)
];

/**
 * Documents of receivables, posted or not; columns are those of AR_InvoiceHistoryHeader. An unposted one stands in
 * SO_InvoiceHeader, and what has no history in AR_OpenInvoice.
 */
export const invoiceEntity = describeEntity<Invoice>({
  entity: 'invoice',
  label: 'Invoice',
  table: 'AR_InvoiceHistoryHeader',
  fields: [
    text('invoiceNo', 'Invoice number', 'InvoiceNo'),
    text('headerSeqNo', 'Sequence number', 'HeaderSeqNo'),
    flag('posted', 'Posted', null),
    code('invoiceType', 'Type', 'InvoiceType', {
      values: ['IN', 'CM', 'DM', 'AD', 'FC', 'CA', 'PP', 'PY', 'BC', 'BF', 'XD']
    }),
    text('customerKey', 'Customer with division', null),
    text('arDivisionNo', 'Division', 'ARDivisionNo'),
    text('customerNo', 'Customer number', 'CustomerNo'),
    ...days,
    code('termsCode', 'Terms of payment', 'TermsCode'),
    code('salesperson', 'Salesperson', 'SalespersonNo'),
    text('customerPONo', 'Customer’s order number', 'CustomerPONo'),
    text('salesOrderNo', 'Sales order', 'SalesOrderNo'),
    code('shipVia', 'Ship via', 'ShipVia'),
    ...addresses,
    text('comment', 'Comment', 'Comment'),
    text('applyToInvoiceNo', 'Credits invoice', 'ApplyToInvoiceNo'),
    ...amounts,
    text('trackingIds', 'Tracking numbers', null),
    ...stampFields(of)
  ],
  leftOut: { ...LINES_APART, packages: 'their tracking numbers are one field, trackingIds' },
  keyOf: recordKeys.invoice,
  workedOut: (invoice) => ({
    customerKey: recordKeys.customer(invoice),
    trackingIds: trackingIds(invoice)
  }),
  changedAt: lastStamp
});

function trackingIds({ packages }: Invoice): string | null {
  const ids = packages.flatMap(({ trackingId }) => trackingId ?? []);
  return ids.length === 0 ? null : [...new Set(ids)].join(', ');
}
