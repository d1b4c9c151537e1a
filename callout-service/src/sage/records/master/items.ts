import type { Item } from '../../../canonical/item.ts';
import { ciItem } from '../../catalogue/ci-item.ts';
import { codeValues, flag } from '../../decode/code-value.ts';
import { defineRecord, type WholeRow } from '../definition.ts';
import { code } from '../key-segments.ts';

type Row = WholeRow<typeof ciItem.columns>;

// Sage 100 file layouts, CI_Item; 1 is the default of ItemType, so blank means it too. A charge, comment or miscellaneous item has neither product type nor valuation.
const itemType = codeValues('CI_Item.ItemType', {
  '': 'regular',
  '1': 'regular',
  '3': 'charge',
  '4': 'comment',
  '5': 'miscellaneous'
});
const productType = codeValues('CI_Item.ProductType', {
  '': null,
  F: 'finished',
  R: 'raw',
  D: 'discontinued',
  K: 'kit'
});
const valuation = codeValues('CI_Item.Valuation', {
  '': null,
  '0': null,
  '1': 'standard',
  '2': 'average',
  '3': 'fifo',
  '4': 'lifo',
  '5': 'lot',
  '6': 'serial'
});
const procurement = codeValues('CI_Item.ProcurementType', {
  '': null,
  B: 'buy',
  M: 'make',
  S: 'subcontract'
});
const saleMethod = codeValues('CI_Item.SaleMethod', { '': null, N: null, D: 'discount', P: 'price' });

/** CI_Item. */
export const items = defineRecord({
  table: ciItem,
  segments: (itemCode: string) => [code(itemCode)],
  toEntity: ({ row, userDefinedFields, stamps }): Item => ({
    itemCode: row.ItemCode,
    itemCodeDesc: row.ItemCodeDesc,
    inactive: flag(row.InactiveItem),
    ...kind(row),
    ...measures(row),
    ...costsAndPrices(row),
    promotion: promotion(row),
    lastSoldDate: row.LastSoldDate,
    lastReceiptDate: row.LastReceiptDate,
    userDefinedFields,
    ...stamps
  })
});

function kind(row: Row) {
  return {
    itemType: itemType(row.ItemType),
    productType: productType(row.ProductType),
    productLine: row.ProductLine,
    priceCode: row.PriceCode,
    valuation: valuation(row.Valuation),
    procurement: procurement(row.ProcurementType),
    taxClass: row.TaxClass,
    allowBackOrders: flag(row.AllowBackOrders),
    // Blank means the default of Sage's file layouts, which is yes.
    allowTradeDiscount: row.AllowTradeDiscount !== 'N',
    category1: row.Category1,
    category2: row.Category2,
    category3: row.Category3,
    category4: row.Category4
  };
}

function measures(row: Row) {
  return {
    standardUnitOfMeasure: row.StandardUnitOfMeasure,
    salesUnitOfMeasure: row.SalesUnitOfMeasure,
    purchaseUnitOfMeasure: row.PurchaseUnitOfMeasure,
    salesUnitConversion: row.SalesUMConvFctr,
    shipWeight: row.ShipWeight,
    defaultWarehouseCode: row.DefaultWarehouseCode,
    totalQuantityOnHand: row.TotalQuantityOnHand
  };
}

function costsAndPrices(row: Row) {
  return {
    primaryVendorNo: row.PrimaryVendorNo === '' ? null : `${row.PrimaryAPDivisionNo}-${row.PrimaryVendorNo}`,
    vendorItemCode: row.VendorItemCode,
    standardUnitCost: row.StandardUnitCost,
    standardUnitPrice: row.StandardUnitPrice,
    suggestedRetailPrice: row.SuggestedRetailPrice,
    averageUnitCost: row.AverageUnitCost,
    lastTotalUnitCost: row.LastTotalUnitCost
  };
}

function promotion(row: Row): Item['promotion'] {
  const method = saleMethod(row.SaleMethod);
  if (method === null) return null;
  return {
    code: row.SalesPromotionCode,
    method,
    startsOn: row.SaleStartingDate,
    endsOn: row.SaleEndingDate,
    price: row.SalesPromotionPrice,
    discountPercent: row.SalesPromotionDiscountPercent
  };
}
