import type { SalesOrderLine } from '../../canonical/sales-order.ts';
import { describeEntity } from './describe-entity.ts';
import { lineFields } from './document-lines.ts';
import { fieldsOf } from './field-list.ts';
import { recordKeys } from './record-keys.ts';

const of = fieldsOf('SO_SalesOrderDetail');
const { text, decimal, flag, day } = of;

/** A line with the order that it belongs to. */
export type LineOfSalesOrder = SalesOrderLine & { readonly salesOrderNo: string };

/** Lines of orders, open or finished; columns are those of the open ones. */
export const salesOrderLineEntity = describeEntity<LineOfSalesOrder>({
  entity: 'sales-order-line',
  label: 'Sales order line',
  table: 'SO_SalesOrderDetail',
  fields: [
    text('salesOrderNo', 'Order number', 'SalesOrderNo'),
    text('lineKey', 'Line key', 'LineKey'),
    text('lineSeqNo', 'Place in the order', 'LineSeqNo'),
    ...lineFields(of),
    decimal('quantityOrdered', 'Ordered', 'QuantityOrdered'),
    decimal('quantityShipped', 'Shipped', 'QuantityShipped'),
    decimal('quantityBackordered', 'Back-ordered', 'QuantityBackordered'),
    decimal('quantityInvoiced', 'Invoiced', null),
    decimal('unitPrice', 'Price', 'UnitPrice'),
    decimal('unitCost', 'Cost', 'UnitCost'),
    decimal('discountPercent', 'Discount in per cent', 'LineDiscountPercent'),
    decimal('extensionAmount', 'Amount', 'ExtensionAmt'),
    flag('priceOverridden', 'Price entered by hand', 'PriceOverridden'),
    day('promiseDate', 'Promised for', 'PromiseDate'),
    flag('dropShip', 'Drop shipment', 'DropShip'),
    text('purchaseOrderNo', 'Purchase order', 'PurchaseOrderNo'),
    flag('cancelled', 'Cancelled', null)
  ],
  keyOf: ({ salesOrderNo, lineKey }) => recordKeys.line(salesOrderNo, lineKey)
});
