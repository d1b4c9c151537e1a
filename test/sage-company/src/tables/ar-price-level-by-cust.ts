import { defineTable } from './table-definition.ts';

/**
 * The price level of a customer for a product line, in place of the one on the customer. Verified: that the table exists
 * (its business object), and what it holds (Sage help, Price Level Inquiry: product line, price code or ship-to code,
 * price level, effective and end date). Inferred: the names of those columns, their widths and the key.
 */
export const arPriceLevelByCust = defineTable({
  name: 'AR_PriceLevelByCust',
  key: 'ARDivisionNo+CustomerNo+ProductLine+PriceCode+ShipToCode+EffectiveDate',
  columns: `
    ARDivisionNo:s2 CustomerNo:s20 ProductLine:s4 PriceCode:s4 ShipToCode:s4 EffectiveDate:d EndDate:d
    PriceLevel:s1 DateCreated:d TimeCreated:s8
    UserCreatedKey:s10 DateUpdated:d TimeUpdated:s8 UserUpdatedKey:s10
  `
});
