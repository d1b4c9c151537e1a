import type { PurchaseOrderLine } from '../../canonical/purchase-order.ts';
import { describeEntity } from './describe-entity.ts';
import { lineFields } from './document-lines.ts';
import { fieldsOf } from './field-list.ts';
import { recordKeys } from './record-keys.ts';

const of = fieldsOf('PO_PurchaseOrderDetail');
const { text, decimal, day } = of;

/** A line with the purchase order that it belongs to. */
export type LineOfPurchaseOrder = PurchaseOrderLine & { readonly purchaseOrderNo: string };

/** PO_PurchaseOrderDetail. */
export const purchaseOrderLineEntity = describeEntity<LineOfPurchaseOrder>({
  entity: 'purchase-order-line',
  label: 'Purchase order line',
  table: 'PO_PurchaseOrderDetail',
  fields: [
    text('purchaseOrderNo', 'Order number', 'PurchaseOrderNo'),
    text('lineKey', 'Line key', 'LineKey'),
    text('lineSeqNo', 'Place in the order', 'LineSeqNo'),
    ...lineFields(of),
    day('requiredDate', 'Required on', 'RequiredDate'),
    decimal('quantityOrdered', 'Ordered', 'QuantityOrdered'),
    decimal('quantityReceived', 'Received', 'QuantityReceived'),
    decimal('quantityBackordered', 'Back-ordered', 'QuantityBackordered'),
    decimal('quantityInvoiced', 'Invoiced', 'QuantityInvoiced'),
    decimal('unitCost', 'Cost', 'UnitCost'),
    decimal('extensionAmount', 'Amount', 'ExtensionAmt'),
    text('salesOrderNo', 'Sales order', 'SalesOrderNo')
  ],
  keyOf: ({ purchaseOrderNo, lineKey }) => recordKeys.line(purchaseOrderNo, lineKey)
});
