import type { PurchaseOrder, PurchaseOrderLine } from '../../../canonical/purchase-order.ts';
import { orderTotal } from '../../../rules/order-total.ts';
import type { poPurchaseOrderDetail } from '../../catalogue/po-purchase-order-detail.ts';
import type { poPurchaseOrderHeader } from '../../catalogue/po-purchase-order-header.ts';
import { purchaseAddress, shipToAddress } from './addresses.ts';
import { codeMeaning, LINE_ITEM_TYPES } from './document-codes.ts';
import type { FullRow } from './full-row.ts';

type Header = FullRow<typeof poPurchaseOrderHeader>;
type Detail = FullRow<typeof poPurchaseOrderDetail>;

// Sage 100 file layouts, PO_PurchaseOrderHeader.OrderType and .OrderStatus; S and N are the defaults, blank means them.
const KINDS = new Map<string, PurchaseOrder['kind']>([
  ['', 'standard'],
  ['S', 'standard'],
  ['D', 'dropShip'],
  ['M', 'master'],
  ['R', 'repeating'],
  ['X', 'materialRequisition']
]);
const STATUSES = new Map<string, PurchaseOrder['status']>([
  ['', 'new'],
  ['N', 'new'],
  ['O', 'open'],
  ['B', 'backOrdered'],
  ['C', 'changed'],
  ['X', 'complete']
]);

/** A purchase order of PO_PurchaseOrderHeader, but for its lines, stamps and user-defined fields. */
export function toPurchaseOrder(
  row: Header
): Omit<PurchaseOrder, 'lines' | 'userDefinedFields' | 'createdAt' | 'updatedAt'> {
  const subject = `PO_PurchaseOrderHeader ${row.PurchaseOrderNo}`;
  return {
    purchaseOrderNo: row.PurchaseOrderNo,
    purchaseOrderDate: row.PurchaseOrderDate,
    kind: codeMeaning(KINDS, row.OrderType, { column: 'PO_PurchaseOrderHeader.OrderType', subject }),
    status: codeMeaning(STATUSES, row.OrderStatus, { column: 'PO_PurchaseOrderHeader.OrderStatus', subject }),
    onHold: row.OnHold === 'Y',
    requiredDate: row.RequiredExpireDate,
    apDivisionNo: row.APDivisionNo,
    vendorNo: row.VendorNo,
    purchaseName: row.PurchaseName,
    purchaseAddress: purchaseAddress(row),
    shipToName: row.ShipToName,
    shipTo: shipToAddress(row),
    shipVia: row.ShipVia,
    warehouseCode: row.WarehouseCode,
    termsCode: row.TermsCode,
    confirmTo: row.ConfirmTo,
    comment: row.Comment,
    completionDate: row.CompletionDate,
    lastReceiptDate: row.LastReceiptDate,
    salesOrderNo: row.SalesOrderNo,
    taxableAmount: row.TaxableAmt,
    nonTaxableAmount: row.NonTaxableAmt,
    salesTaxAmount: row.SalesTaxAmt,
    freightAmount: row.FreightAmt,
    // A purchase order has no discount of its own.
    total: orderTotal({
      taxable: row.TaxableAmt,
      nonTaxable: row.NonTaxableAmt,
      discount: '0',
      salesTax: row.SalesTaxAmt,
      freight: row.FreightAmt
    })
  };
}

/** A line of PO_PurchaseOrderDetail, but for its user-defined fields. */
export function toPurchaseOrderLine(row: Detail): Omit<PurchaseOrderLine, 'userDefinedFields'> {
  return {
    lineKey: row.LineKey,
    lineSeqNo: row.LineSeqNo,
    itemCode: row.ItemCode,
    itemType: codeMeaning(LINE_ITEM_TYPES, row.ItemType, {
      column: 'PO_PurchaseOrderDetail.ItemType',
      subject: `PO_PurchaseOrderDetail ${row.PurchaseOrderNo}-${row.LineKey}`
    }),
    description: row.ItemCodeDesc,
    comment: row.CommentText,
    warehouseCode: row.WarehouseCode,
    unitOfMeasure: row.UnitOfMeasure,
    requiredDate: row.RequiredDate,
    quantityOrdered: row.QuantityOrdered,
    quantityReceived: row.QuantityReceived,
    quantityBackordered: row.QuantityBackordered,
    quantityInvoiced: row.QuantityInvoiced,
    unitCost: row.UnitCost,
    extensionAmount: row.ExtensionAmt,
    salesOrderNo: row.SalesOrderNo
  };
}
