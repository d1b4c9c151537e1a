import { defineTable } from './table-definition.ts';
import { userDefinedColumns } from './user-defined-fields.ts';

/** Items: prices, costs, sale promotion, total on hand. */
export const ciItem = defineTable({
  name: 'CI_Item',
  key: 'ItemCode',
  indexes: [
    'ItemType+ItemCode',
    'ExtendedDescriptionKey+ItemCode',
    'ProductLine+ItemCode',
    'SalesPromotionCode+ItemCode',
    'ItemCodeDesc+ItemCode+ItemType'
  ],
  columns: `
    ItemCode:s30 ItemType:s1 ItemCodeDesc:s30 ExtendedDescriptionKey:s10 UseInAR:s1 UseInSO:s1 UseInPO:s1
    UseInBM:s1 CalculateCommission:s1 DropShip:s1 EBMEnabled:s1 PriceCode:s4 PrintReceiptLabels:s1
    AllocateLandedCost:s1 WarrantyCode:s10 SalesUnitOfMeasure:s4 PurchaseUnitOfMeasure:s4
    StandardUnitOfMeasure:s4 PostToGLByDivision:s1 SalesAcctKey:s9 CostOfGoodsSoldAcctKey:s9
    InventoryAcctKey:s9 PurchaseAcctKey:s9 ManufacturingCostAcctKey:s9 TaxClass:s2 PurchasesTaxClass:s2
    ProductLine:s4 ProductType:s1 Valuation:s1 DefaultWarehouseCode:s3 PrimaryAPDivisionNo:s2
    PrimaryVendorNo:s7 ImageFile:s30 Category1:s10 Category2:s10 Category3:s10 Category4:s10
    ExplodeKitItems:s1 ShipWeight:s10 CommentText:text RestockingMethod:s1 StandardUnitCost:n15.6
    StandardUnitPrice:n15.6 CommissionRate:n8.3 BaseCommAmt:n11.2 PurchaseUMConvFctr:n11.4
    SalesUMConvFctr:n11.4 Volume:n10.4 RestockingCharge:n10.3 ProcurementType:s1 DateCreated:d
    TimeCreated:s8 UserCreatedKey:s10 DateUpdated:d TimeUpdated:s8 UserUpdatedKey:s10 AllowBackOrders:s1
    AllowReturns:s1 AllowTradeDiscount:s1 ConfirmCostIncrInRcptOfGoods:s1 LastSoldDate:d LastReceiptDate:d
    SalesPromotionCode:s10 SaleStartingDate:d SaleEndingDate:d SaleMethod:s1 NextLotSerialNo:s15
    InventoryCycle:s1 RoutingNo:s20 PlannerCode:s3 BuyerCode:s3 LowLevelCode:s2 PlannedByMRP:s1
    VendorItemCode:s30 SetupCharge:s1 AttachmentFileName:s30 ItemImageWidthInPixels:n4.0
    ItemImageHeightInPixels:n4.0 LastTotalUnitCost:n15.6 AverageUnitCost:n15.6 SalesPromotionPrice:n15.6
    SuggestedRetailPrice:n15.6 SalesPromotionDiscountPercent:n11.3 TotalQuantityOnHand:n15.6
    AverageBackOrderFillDays:n5.0 LastAllocatedUnitCost:n15.6 TotalInventoryValue:n14.2 InactiveItem:s1
    LastPhysicalCountDate:d CommodityCode:s12 TrackLotSerialExpirationDates:s1 RequireExpirationDate:s1
    CalculateExpDateBasedOn:s1 NumberUntilExpiration:n3.0 CalculateSellByBasedOn:s1
    NumberToSellByBefore:n3.0 NumberToSellByAfter:n3.0 CalculateUseByBasedOn:s1 NumberToUseByBefore:n3.0
    NumberToUseByAfter:n3.0 CalculateReturnsBasedOn:s1 NumberToReturnAfter:n3.0
  `,
  userDefinedFields: userDefinedColumns('CI_Item')
});
