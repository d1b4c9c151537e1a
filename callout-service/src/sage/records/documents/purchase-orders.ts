import type { PurchaseOrder, PurchaseOrderLine } from '../../../canonical/purchase-order.ts';
import type { VendorKey } from '../../../canonical/vendor.ts';
import { poPurchaseOrderDetail } from '../../catalogue/po-purchase-order-detail.ts';
import { poPurchaseOrderHeader } from '../../catalogue/po-purchase-order-header.ts';
import { codeValues, flag } from '../../decode/code-value.ts';
import { defineChild, defineRecord, type WholeRow } from '../definition.ts';
import { code, division, documentNo } from '../key-segments.ts';
import { shipToParty } from './addresses.ts';
import { documentAmounts } from './document-amounts.ts';
import { lineItemType } from './document-codes.ts';

type Header = WholeRow<typeof poPurchaseOrderHeader.columns>;

// Sage 100 file layouts, PO_PurchaseOrderHeader; S and N are the defaults, so blank means them too.
const orderKind = codeValues('PO_PurchaseOrderHeader.OrderType', {
  '': 'standard',
  S: 'standard',
  D: 'dropShip',
  M: 'master',
  R: 'repeating',
  X: 'materialRequisition'
});
const orderStatus = codeValues('PO_PurchaseOrderHeader.OrderStatus', {
  '': 'new',
  N: 'new',
  O: 'open',
  B: 'backOrdered',
  C: 'changed',
  X: 'complete'
});
const itemType = lineItemType('PO_PurchaseOrderDetail');

const lines = defineChild({
  table: poPurchaseOrderDetail,
  on: { PurchaseOrderNo: 'PurchaseOrderNo' },
  orderBy: ['PurchaseOrderNo', 'LineSeqNo', 'LineKey'],
  toPart: ({ row, userDefinedFields }): PurchaseOrderLine => ({
    lineKey: row.LineKey,
    lineSeqNo: row.LineSeqNo,
    itemCode: row.ItemCode,
    itemType: itemType(row.ItemType),
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
    salesOrderNo: row.SalesOrderNo,
    userDefinedFields
  })
});

/** PO_PurchaseOrderHeader with PO_PurchaseOrderDetail. */
export const purchaseOrders = defineRecord({
  table: poPurchaseOrderHeader,
  segments: (purchaseOrderNo: string) => [documentNo(purchaseOrderNo)],
  // An index of its own: APDivisionNo + VendorNo + PurchaseOrderNo.
  ofParent: (vendor: VendorKey) => ({
    APDivisionNo: division(vendor.apDivisionNo),
    VendorNo: code(vendor.vendorNo)
  }),
  children: [lines],
  toEntity: ({ row, userDefinedFields, stamps, childrenOf }): PurchaseOrder => ({
    purchaseOrderNo: row.PurchaseOrderNo,
    purchaseOrderDate: row.PurchaseOrderDate,
    kind: orderKind(row.OrderType),
    status: orderStatus(row.OrderStatus),
    onHold: flag(row.OnHold),
    requiredDate: row.RequiredExpireDate,
    apDivisionNo: row.APDivisionNo,
    vendorNo: row.VendorNo,
    ...purchaseParty(row),
    ...shipToParty(row),
    ...orderDetails(row),
    ...amounts(row),
    lines: [...childrenOf(lines)],
    userDefinedFields,
    ...stamps
  })
});

function purchaseParty(row: Header) {
  const purchaseAddress = {
    addressLine1: row.PurchaseAddress1,
    addressLine2: row.PurchaseAddress2,
    addressLine3: row.PurchaseAddress3,
    city: row.PurchaseCity,
    state: row.PurchaseState,
    zipCode: row.PurchaseZipCode,
    countryCode: row.PurchaseCountryCode
  };
  return { purchaseName: row.PurchaseName, purchaseAddress };
}

function orderDetails(row: Header) {
  return {
    shipVia: row.ShipVia,
    warehouseCode: row.WarehouseCode,
    termsCode: row.TermsCode,
    confirmTo: row.ConfirmTo,
    comment: row.Comment,
    completionDate: row.CompletionDate,
    lastReceiptDate: row.LastReceiptDate,
    salesOrderNo: row.SalesOrderNo
  };
}

function amounts(row: Header) {
  const { discountAmount: _none, ...rest } = documentAmounts({
    taxable: row.TaxableAmt,
    nonTaxable: row.NonTaxableAmt,
    // A purchase order has no discount of its own.
    discount: '0.00',
    salesTax: row.SalesTaxAmt,
    freight: row.FreightAmt
  });
  return rest;
}
