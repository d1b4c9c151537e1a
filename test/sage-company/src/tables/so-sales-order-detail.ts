import { defineTable } from './table-definition.ts';
import { userDefinedColumns } from './user-defined-fields.ts';

/** Lines of open sales orders and quotes. No date stamps. */
export const soSalesOrderDetail = defineTable({
  name: 'SO_SalesOrderDetail',
  key: 'SalesOrderNo+LineKey',
  indexes: [
    'SalesOrderNo+LineSeqNo+LineKey',
    'ExtendedDescriptionKey+SalesOrderNo+LineKey',
    'ItemType+ItemCode+SalesOrderNo+LineKey',
    'ItemCode+WarehouseCode+SalesOrderNo+LineKey',
    'APDivisionNo+VendorNo+SalesOrderNo+LineKey'
  ],
  columns: `
    SalesOrderNo:s7 LineKey:s6 LineSeqNo:s14 ItemCode:s30 ItemType:s1 ItemCodeDesc:s30
    ExtendedDescriptionKey:s10 Discount:s1 Commissionable:s1 SubjectToExemption:s1 WarehouseCode:s3
    PriceLevel:s1 MasterOrderLineKey:s6 UnitOfMeasure:s4 DropShip:s1 PrintDropShipment:s1
    SalesKitLineKey:s6 CostOfGoodsSoldAcctKey:s9 SalesAcctKey:s9 PriceOverridden:s1 ExplodedKitItem:s1
    StandardKitBill:s1 Revision:s3 BillOption1..9:s2 BackorderKitCompLine:s1 SkipPrintCompLine:s1
    PromiseDate:d AliasItemNo:s30 SOHistoryDetlSeqNo:s14 TaxClass:s2 CustomerAction:s1 ItemAction:s1
    WarrantyCode:s10 ExpirationDate:d ExpirationOverridden:s1 CostOverridden:s1 CostCode:s9 CostType:s1
    CommentText:text QuantityOrdered:n15.6 QuantityShipped:n15.6 QuantityBackordered:n15.6
    MasterOriginalQty:n15.6 MasterQtyBalance:n15.6 MasterQtyOrderedToDate:n15.6
    RepeatingQtyShippedToDate:n15.6 UnitPrice:n15.6 UnitCost:n15.6 ExtensionAmt:n11.2
    UnitOfMeasureConvFactor:n11.4 QuantityPerBill:n15.6 LineDiscountPercent:n8.3 LineWeight:n11.2
    Valuation:s1 LotSerialFullyDistributed:s1 APDivisionNo:s2 VendorNo:s7 PurchaseOrderNo:s7
    PurchaseOrderRequiredDate:d CommodityCode:s12 AlternateTaxIdentifier:s15 TaxTypeApplied:s4
    NetGrossIndicator:s1 DebitCreditIndicator:s1 TaxAmt:n11.2 TaxRate:n10.6
  `,
  userDefinedFields: userDefinedColumns('SO_SalesOrderDetail')
});
