import { reportTitles, type ReportRecord } from '../../canonical/reports/report-record.ts';
import { describeEntity } from './describe-entity.ts';
import { fieldsOf } from './field-list.ts';

const { text, code, decimal, integer, flag, day } = fieldsOf('reports');

/** Rows of reports: worked out, so that none of it can be written. */
export const reportEntity = describeEntity<ReportRecord>({
  entity: 'report',
  label: 'Report row',
  fields: [
    text('key', 'Key', null),
    code('report', 'Report', null, { values: Object.values(reportTitles) }),
    text('customerNo', 'Customer with division', null),
    text('customerName', 'Customer name', null),
    text('itemCode', 'Item', null),
    text('itemCodeDesc', 'Item description', null),
    code('warehouseCode', 'Warehouse', null),
    text('salesOrderNo', 'Sales order', null),
    text('customerPONo', 'Customer’s order number', null),
    day('orderDate', 'Order date', null),
    day('shipDate', 'Ship date', null),
    code('orderStatus', 'Order status', null),
    text('month', 'Month', null),
    day('asOf', 'As of', null),
    code('agingBasis', 'Aged by', null, { values: ['invoice-date', 'due-date'] }),
    decimal('currentAmount', 'Not yet due', null),
    decimal('overdueAmount1', 'Overdue, first step', null),
    decimal('overdueAmount2', 'Overdue, second step', null),
    decimal('overdueAmount3', 'Overdue, third step', null),
    decimal('overdueAmount4', 'Overdue, fourth step', null),
    decimal('totalAmount', 'Total', null),
    day('oldestInvoiceDate', 'Oldest open invoice', null),
    integer('invoiceCount', 'Invoices', null),
    decimal('salesAmount', 'Sales', null),
    decimal('costAmount', 'Cost', null),
    decimal('quantity', 'Quantity', null),
    integer('lineCount', 'Lines', null),
    integer('openLineCount', 'Open lines', null),
    decimal('openAmount', 'Open amount', null),
    decimal('quantityOnHand', 'On hand', null),
    decimal('quantityAvailable', 'Available', null),
    decimal('quantityOnPurchaseOrder', 'On purchase orders', null),
    decimal('reorderPointQuantity', 'Reorder point', null),
    flag('belowReorderPoint', 'Below the reorder point', null),
    decimal('stockValue', 'Value of the stock', null)
  ],
  keyOf: ({ key }) => key
});
