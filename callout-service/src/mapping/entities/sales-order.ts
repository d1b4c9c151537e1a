import type { SalesOrder } from '../../canonical/sales-order.ts';
import type { EntityField } from './entity-description.ts';
import { describeEntity, lastStamp } from './describe-entity.ts';
import { LINES_APART } from './document-lines.ts';
import { addressFields, fieldsOf, stampFields } from './field-list.ts';
import { recordKeys } from './record-keys.ts';

const of = fieldsOf('SO_SalesOrderHeader');
const { text, code, decimal, day } = of;

const addresses: readonly EntityField[] = [
  text('billToName', 'Bill-to name', 'BillToName'),
  ...addressFields(of, { name: 'billTo', label: 'Bill-to', columns: 'BillTo' }),
  code('shipToCode', 'Ship-to code', 'ShipToCode'),
  text('shipToName', 'Ship-to name', 'ShipToName'),
  ...addressFields(of, { name: 'shipTo', label: 'Ship-to', columns: 'ShipTo' })
];

const amounts: readonly EntityField[] = [
  decimal('taxableAmount', 'Taxable', 'TaxableAmt'),
  decimal('nonTaxableAmount', 'Not taxable', 'NonTaxableAmt'),
  decimal('discountRate', 'Discount in per cent', 'DiscountRate'),
  decimal('discountAmount', 'Discount', 'DiscountAmt'),
  decimal('salesTaxAmount', 'Sales tax', 'SalesTaxAmt'),
  decimal('freightAmount', 'Freight', 'FreightAmt'),
  decimal('depositAmount', 'Deposit', 'DepositAmt'),
  decimal('total', 'Total', null)
];

/**
 * Orders and quotes, open (SO_SalesOrderHeader) or finished (SO_SalesOrderHistoryHeader); columns are those of the open
 * ones. Orders are written from opportunities and orders, not by mapping.
 */
export const salesOrderEntity = describeEntity<SalesOrder>({
  entity: 'sales-order',
  label: 'Sales order',
  table: 'SO_SalesOrderHeader',
  fields: [
    text('salesOrderNo', 'Order number', 'SalesOrderNo'),
    code('place', 'Open or finished', null, { values: ['open', 'history'] }),
    code('kind', 'Kind', 'OrderType', {
      values: ['standard', 'backOrder', 'quote', 'master', 'repeating', 'prospectQuote']
    }),
    code('orderStatus', 'Status', 'OrderStatus'),
    day('orderDate', 'Order date', 'OrderDate'),
    day('shipDate', 'Ship date', 'ShipExpireDate'),
    day('expiresOn', 'Quote expires on', 'ShipExpireDate'),
    text('customerKey', 'Customer with division', null),
    text('arDivisionNo', 'Division', 'ARDivisionNo'),
    text('customerNo', 'Customer number', 'CustomerNo'),
    ...addresses,
    code('shipVia', 'Ship via', 'ShipVia'),
    text('customerPONo', 'Customer’s order number', 'CustomerPONo'),
    code('warehouseCode', 'Warehouse', 'WarehouseCode'),
    code('termsCode', 'Terms of payment', 'TermsCode'),
    code('taxSchedule', 'Tax schedule', 'TaxSchedule'),
    code('salesperson', 'Salesperson', 'SalespersonNo'),
    text('confirmTo', 'Confirm to', 'ConfirmTo'),
    text('emailAddress', 'E-mail', 'EmailAddress'),
    text('comment', 'Comment', 'Comment'),
    code('cancelReasonCode', 'Reason of cancellation', 'CancelReasonCode'),
    text('invoiceNo', 'Invoice', 'CurrentInvoiceNo'),
    day('lastInvoiceDate', 'Last invoiced', 'LastInvoiceOrderDate'),
    ...amounts,
    ...stampFields(of)
  ],
  leftOut: LINES_APART,
  keyOf: ({ salesOrderNo }) => salesOrderNo,
  workedOut: (order) => ({ customerKey: recordKeys.customer(order) }),
  changedAt: lastStamp
});
