import { defineTable } from './table-definition.ts';

/** Lines of open purchase orders. */
export const poPurchaseOrderDetail = defineTable({
  name: 'PO_PurchaseOrderDetail',
  key: 'PurchaseOrderNo+LineKey',
  indexes: [
    'PurchaseOrderNo+LineSeqNo+LineKey',
    'ExtendedDescriptionKey+PurchaseOrderNo+LineKey',
    'ItemType+ItemCode+PurchaseOrderNo+LineKey',
    'ItemCode+WarehouseCode+PurchaseOrderNo+LineKey'
  ],
  columns: `
    PurchaseOrderNo:s7 LineKey:s6 LineSeqNo:s14 ItemCode:s30 ExtendedDescriptionKey:s10 ItemType:s1
    ItemCodeDesc:s30 UseTax:s1 RequiredDate:d VendorPriceCode:s4 PurchasesAcctKey:s9 Valuation:s1
    UnitOfMeasure:s4 WarehouseCode:s3 ProductLine:s4 MasterLineKey:s6 Reschedule:s1 JobNo:s7 CostCode:s9
    CostType:s1 ReceiptOfGoodsUpdated:s1 WorkOrderNo:s7 StepNo:s4 SubStepPrefix:s1 SubStepSuffix:s4
    WorkOrderType:s1 AllocateLandedCost:s1 VendorAliasItemNo:s30 TaxClass:s2 CommentText:text
    AssetAccount:s1 AssetTemplate:s25 WeightReference:s10 Weight:n15.6 QuantityOrdered:n15.6
    QuantityReceived:n15.6 QuantityBackordered:n15.6 MasterOriginalQty:n15.6 MasterQtyBalance:n15.6
    MasterQtyOrderedToDate:n15.6 QuantityInvoiced:n15.6 UnitCost:n15.6 OriginalUnitCost:n15.6
    ExtensionAmt:n11.2 ReceivedAmt:n11.2 InvoicedAmt:n11.2 UnitOfMeasureConvFactor:n11.4
    ReceivedAllocatedAmt:n11.2 InvoicedAllocatedAmt:n11.2 SalesOrderNo:s7 CustomerPONo:s30
    PurchaseOrderHistoryDtlSeqNo:s14
  `
});
