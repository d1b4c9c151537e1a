import { date, decimal, optionalString, string } from './column-type.ts';
import { stampColumns } from './record-columns.ts';
import { defineTable } from './table.ts';

/** Items. Source: Sage 100 file layouts, Common Information, CI_Item. */
export const ciItem = defineTable({
  name: 'CI_Item',
  key: ['ItemCode'],
  columns: {
    ItemCode: string(30),
    ItemCodeDesc: string(30),
    ItemType: string(1),
    ProductType: string(1),
    InactiveItem: string(1),
    ProductLine: optionalString(4),
    PriceCode: optionalString(4),
    Valuation: string(1),
    ProcurementType: string(1),
    StandardUnitOfMeasure: optionalString(4),
    SalesUnitOfMeasure: optionalString(4),
    PurchaseUnitOfMeasure: optionalString(4),
    SalesUMConvFctr: decimal(11, 4),
    DefaultWarehouseCode: optionalString(3),
    TaxClass: optionalString(2),
    AllowBackOrders: string(1),
    AllowTradeDiscount: string(1),
    Category1: optionalString(10),
    Category2: optionalString(10),
    Category3: optionalString(10),
    Category4: optionalString(10),
    PrimaryAPDivisionNo: string(2),
    PrimaryVendorNo: string(7),
    VendorItemCode: optionalString(30),
    ShipWeight: optionalString(10),
    StandardUnitCost: decimal(15, 6),
    StandardUnitPrice: decimal(15, 6),
    SuggestedRetailPrice: decimal(15, 6),
    AverageUnitCost: decimal(15, 6),
    LastTotalUnitCost: decimal(15, 6),
    TotalQuantityOnHand: decimal(15, 6),
    SaleMethod: string(1),
    SalesPromotionCode: optionalString(10),
    SaleStartingDate: date(),
    SaleEndingDate: date(),
    SalesPromotionPrice: decimal(15, 6),
    SalesPromotionDiscountPercent: decimal(11, 3),
    LastSoldDate: date(),
    LastReceiptDate: date(),
    ...stampColumns
  }
});
