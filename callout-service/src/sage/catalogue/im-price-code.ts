import { decimal, optionalString, string } from './column-type.ts';
import { stampColumns } from './record-columns.ts';
import { defineTable } from './table.ts';

/**
 * Prices by price code, by item and by item and customer. Sage keeps an index that begins with ItemCode.
 * Source: Sage 100 file layouts, Inventory Management, IM_PriceCode.
 */
export const imPriceCode = defineTable({
  name: 'IM_PriceCode',
  key: ['PriceCodeRecord', 'PriceCode', 'ItemCode', 'CustomerPriceLevel', 'ARDivisionNo', 'CustomerNo'],
  columns: {
    PriceCodeRecord: string(1),
    PriceCode: optionalString(4),
    ItemCode: optionalString(30),
    CustomerPriceLevel: optionalString(1),
    ARDivisionNo: optionalString(2),
    CustomerNo: optionalString(20),
    PriceCodeDesc: optionalString(25),
    PricingMethod: string(1),
    BreakQuantity1: decimal(8, 0),
    BreakQuantity2: decimal(8, 0),
    BreakQuantity3: decimal(8, 0),
    BreakQuantity4: decimal(8, 0),
    BreakQuantity5: decimal(8, 0),
    DiscountMarkup1: decimal(15, 6),
    DiscountMarkup2: decimal(15, 6),
    DiscountMarkup3: decimal(15, 6),
    DiscountMarkup4: decimal(15, 6),
    DiscountMarkup5: decimal(15, 6),
    ...stampColumns
  }
});
