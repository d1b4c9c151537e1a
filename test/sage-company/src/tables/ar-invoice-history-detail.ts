import { defineTable } from './table-definition.ts';

/** Lines of posted invoices. No date stamps. */
export const arInvoiceHistoryDetail = defineTable({
  name: 'AR_InvoiceHistoryDetail',
  key: 'InvoiceNo+HeaderSeqNo+DetailSeqNo',
  indexes: [
    'ExtendedDescriptionKey+InvoiceNo+HeaderSeqNo+DetailSeqNo',
    'APDivisionNo+VendorNo+InvoiceNo+HeaderSeqNo+DetailSeqNo',
    'AppliedSalesOrderNo+InvoiceNo+HeaderSeqNo+DetailSeqNo',
    'InvoiceNo+HeaderSeqNo+AppliedSalesOrderNo+DetailSeqNo',
    'ItemCode+InvoiceNo+HeaderSeqNo+DetailSeqNo',
    'AppliedCustomerPONo+InvoiceNo+HeaderSeqNo+DetailSeqNo'
  ],
  columns: `
    InvoiceNo:s7 HeaderSeqNo:s6 DetailSeqNo:s6 ItemCode:s30 ItemType:s1 ItemCodeDesc:s30
    ExtendedDescriptionKey:s10 SalesAcctKey:s9 CostOfGoodsSoldAcctKey:s9 InventoryAcctKey:s9
    UnitOfMeasure:s4 SubjectToExemption:s1 Commissionable:s1 TaxClass:s2 Discount:s1 DropShip:s1
    WarehouseCode:s3 PriceLevel:s1 ProductLine:s4 Valuation:s1 PriceOverridden:s1 OrderWarehouse:s3
    Revision:s3 BillOption1..9:s2 KitItem:s1 ExplodedKitItem:s1 SkipPrintCompLine:s1 StandardKitBill:s1
    AliasItemNo:s30 CustomerAction:s1 ItemAction:s1 WarrantyCode:s10 ExpirationDate:d
    ExpirationOverridden:s1 CostCode:s9 CostType:s1 CommentText:text PromiseDate:d QuantityShipped:n15.6
    QuantityOrdered:n15.6 QuantityBackordered:n15.6 UnitPrice:n15.6 UnitCost:n15.6
    UnitOfMeasureConvFactor:n11.4 CommissionAmt:n12.2 LineDiscountPercent:n8.3 QuantityPerBill:n15.6
    ExtensionAmt:n11.2 APDivisionNo:s2 VendorNo:s7 PurchaseOrderNo:s7 PurchaseOrderRequiredDate:d
    CommodityCode:s12 AlternateTaxIdentifier:s15 TaxTypeApplied:s4 NetGrossIndicator:s1
    DebitCreditIndicator:s1 TaxAmt:n11.2 TaxRate:n10.6 AppliedSalesOrderNo:s7 AppliedCustomerPONo:s30
    EncryptedVals:s64
  `
});
