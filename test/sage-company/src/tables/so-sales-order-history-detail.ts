import { defineTable } from './table-definition.ts';

/** Lines of sales order history. */
export const soSalesOrderHistoryDetail = defineTable({
  name: 'SO_SalesOrderHistoryDetail',
  key: 'SalesOrderNo+SequenceNo',
  indexes: [
    'ExtendedDescriptionKey+SalesOrderNo+SequenceNo',
    'SalesOrderNo+SequenceNo+LineKey',
    'APDivisionNo+VendorNo+SalesOrderNo+SequenceNo',
    'CancelledLine+CancelReasonCode+SalesOrderNo+SequenceNo'
  ],
  columns: `
    SalesOrderNo:s7 SequenceNo:s14 LineKey:s6 OriginalLine:s1 CancelledLine:s1 CancelReasonCode:s5
    ItemCode:s30 ItemType:s1 ItemCodeDesc:s30 ExtendedDescriptionKey:s10 Discount:s1 Commissionable:s1
    SubjectToExemption:s1 WarehouseCode:s3 PriceLevel:s1 DropShip:s1 PrintDropShipment:s1
    MasterOrderLineKey:s6 UnitOfMeasure:s4 SalesKitLineKey:s6 CostOfGoodsSoldAcctKey:s9 SalesAcctKey:s9
    PriceOverridden:s1 ExplodedKitItem:s1 StandardKitBill:s1 Revision:s3 BillOption1..9:s2
    BackorderKitCompLine:s1 SkipPrintCompLine:s1 PromiseDate:d AliasItemNo:s30 TaxClass:s2
    CustomerAction:s1 ItemAction:s1 WarrantyCode:s10 ExpirationDate:d ExpirationOverridden:s1
    CostOverridden:s1 CostCode:s9 CostType:s1 CommentText:text QuantityOrderedOriginal:n15.6
    QuantityOrderedRevised:n15.6 QuantityShipped:n15.6 QuantityBackordered:n15.6 OriginalUnitPrice:n15.6
    LastUnitPrice:n15.6 LastExtensionAmt:n11.2 UnitCost:n15.6 UnitOfMeasureConvFactor:n11.4
    QuantityPerBill:n15.6 LineDiscountPercent:n8.3 LineWeight:n11.2 APDivisionNo:s2 VendorNo:s7
    PurchaseOrderNo:s7 PurchaseOrderRequiredDate:d CommodityCode:s12 AlternateTaxIdentifier:s15
    TaxTypeApplied:s4 NetGrossIndicator:s1 DebitCreditIndicator:s1 TaxAmt:n11.2 TaxRate:n10.6
    EncryptedVals:s64
  `
});
