import type { PurchaseOrder } from '../../canonical/purchase-order.ts';
import type { EntityField } from './entity-description.ts';
import { describeEntity, lastStamp } from './describe-entity.ts';
import { LINES_APART } from './document-lines.ts';
import { addressFields, fieldsOf, stampFields } from './field-list.ts';
import { recordKeys } from './record-keys.ts';

const of = fieldsOf('PO_PurchaseOrderHeader');
const { text, code, decimal, flag, day } = of;

const addresses: readonly EntityField[] = [
  text('purchaseName', 'Purchase name', 'PurchaseName'),
  ...addressFields(of, { name: 'purchaseAddress', label: 'Purchase', columns: 'Purchase' }),
  text('shipToName', 'Ship-to name', 'ShipToName'),
  ...addressFields(of, { name: 'shipTo', label: 'Ship-to', columns: 'ShipTo' })
];

/** PO_PurchaseOrderHeader. */
export const purchaseOrderEntity = describeEntity<PurchaseOrder>({
  entity: 'purchase-order',
  label: 'Purchase order',
  table: 'PO_PurchaseOrderHeader',
  fields: [
    text('purchaseOrderNo', 'Order number', 'PurchaseOrderNo'),
    day('purchaseOrderDate', 'Order date', 'PurchaseOrderDate'),
    code('kind', 'Kind', 'OrderType', {
      values: ['standard', 'dropShip', 'master', 'repeating', 'materialRequisition']
    }),
    code('status', 'Status', 'OrderStatus', {
      values: ['new', 'open', 'backOrdered', 'changed', 'complete']
    }),
    flag('onHold', 'On hold', 'OnHold'),
    day('requiredDate', 'Required on', 'RequiredExpireDate'),
    text('vendorKey', 'Vendor with division', null),
    text('apDivisionNo', 'Division', 'APDivisionNo'),
    text('vendorNo', 'Vendor number', 'VendorNo'),
    ...addresses,
    code('shipVia', 'Ship via', 'ShipVia'),
    code('warehouseCode', 'Warehouse', 'WarehouseCode'),
    code('termsCode', 'Terms of payment', 'TermsCode'),
    text('confirmTo', 'Confirm to', 'ConfirmTo'),
    text('comment', 'Comment', 'Comment'),
    day('completionDate', 'Completed on', 'CompletionDate'),
    day('lastReceiptDate', 'Last received', 'LastReceiptDate'),
    text('salesOrderNo', 'Sales order', 'SalesOrderNo'),
    decimal('taxableAmount', 'Taxable', 'TaxableAmt'),
    decimal('nonTaxableAmount', 'Not taxable', 'NonTaxableAmt'),
    decimal('salesTaxAmount', 'Sales tax', 'SalesTaxAmt'),
    decimal('freightAmount', 'Freight', 'FreightAmt'),
    decimal('total', 'Total', null),
    ...stampFields(of)
  ],
  leftOut: LINES_APART,
  keyOf: ({ purchaseOrderNo }) => purchaseOrderNo,
  workedOut: (order) => ({ vendorKey: recordKeys.vendor(order) }),
  changedAt: lastStamp
});
