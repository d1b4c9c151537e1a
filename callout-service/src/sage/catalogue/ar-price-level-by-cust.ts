import { date, optionalString, string } from './column-type.ts';
import { defineTable } from './table.ts';

/**
 * Price levels of customers by product line or price code. Source: Sage help, Price Level Inquiry, for what it holds; the
 * names of the columns and the key are inferred.
 */
export const arPriceLevelByCust = defineTable({
  name: 'AR_PriceLevelByCust',
  key: ['ARDivisionNo', 'CustomerNo', 'ProductLine', 'PriceCode', 'ShipToCode', 'EffectiveDate'],
  columns: {
    ARDivisionNo: string(2),
    CustomerNo: string(20),
    ProductLine: optionalString(4),
    PriceCode: optionalString(4),
    ShipToCode: optionalString(4),
    EffectiveDate: date(),
    EndDate: date(),
    PriceLevel: string(1)
  }
});
