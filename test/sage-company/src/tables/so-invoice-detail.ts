import { defineTable } from './table-definition.ts';

/** Lines of sales order invoices not yet posted. */
export const soInvoiceDetail = defineTable({
  name: 'SO_InvoiceDetail',
  key: 'InvoiceNo+LineKey',
  indexes: [
    'InvoiceNo+LineSeqNo+LineKey',
    'ExtendedDescriptionKey+InvoiceNo+LineKey',
    'ItemCode+InvoiceNo+LineKey',
    'ItemCode+WarehouseCode+InvoiceNo+LineKey',
    'APDivisionNo+VendorNo+InvoiceNo+LineKey'
  ],
  columns: `
    InvoiceNo:s7 LineKey:s6 LineSeqNo:s14 ItemCode:s30 ItemType:s1 ItemCodeDesc:s30
    ExtendedDescriptionKey:s10 Discount:s1 Commissionable:s1 SubjectToExemption:s1 WarehouseCode:s3
    ProductLine:s4 Valuation:s1 PriceLevel:s1 UnitOfMeasure:s4 DropShip:s1 LotSerialFullyDistributed:s1
    SalesKitLineKey:s6 CostOfGoodsSoldAcctKey:s9 SalesAcctKey:s9 PriceOverridden:s1 OrderWarehouse:s3
    ExplodedKitItem:s1 OrderLineKey:s6 Revision:s3 BillOption1..9:s2 BackorderKitCompLine:s1
    StandardKitBill:s1 SkipPrintCompLine:s1 AliasItemNo:s30 TaxClass:s2 SOHistoryDetlSeqNo:s14
    CustomerAction:s1 WarrantyCode:s10 ExpirationDate:d ExpirationOverridden:s1 CostOverridden:s1
    ItemAction:s1 CostCode:s9 CostType:s1 CommentText:text PromiseDate:d QuantityOrdered:n15.6
    QuantityShipped:n15.6 QuantityBackordered:n15.6 UnitPrice:n15.6 ExtensionAmt:n11.2 UnitCost:n15.6
    UnitOfMeasureConvFactor:n11.4 CommissionAmt:n12.2 QuantityPerBill:n15.6 LineDiscountPercent:n8.3
    ExtendedCost:n11.2 ExtendedNegQtyAdj:n11.2 LineWeight:n11.2 APDivisionNo:s2 VendorNo:s7
    PurchaseOrderNo:s7 PurchaseOrderRequiredDate:d CommodityCode:s12 AlternateTaxIdentifier:s15
    TaxTypeApplied:s4 NetGrossIndicator:s1 DebitCreditIndicator:s1 TaxAmt:n11.2 TaxRate:n10.6
    AppliedSalesOrderNo:s7 AppliedCustomerPONo:s30
  `
});
