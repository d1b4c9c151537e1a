import { defineTable } from './table-definition.ts';

/** Price codes: by code, by item and price level, by item and customer. Further keys as in the release 4.40 layout. */
export const imPriceCode = defineTable({
  name: 'IM_PriceCode',
  key: 'PriceCodeRecord+PriceCode+ItemCode+CustomerPriceLevel+ARDivisionNo+CustomerNo',
  indexes: [
    'ItemCode+PriceCodeRecord+PriceCode+CustomerPriceLevel+ARDivisionNo+CustomerNo',
    'ItemCode+PriceCodeRecord+CustomerPriceLevel+ARDivisionNo+CustomerNo+PriceCode',
    'ItemCode+PriceCodeRecord DESC+CustomerPriceLevel+ARDivisionNo+CustomerNo+PriceCode',
    'ARDivisionNo+CustomerNo+ItemCode+PriceCodeRecord+PriceCode+CustomerPriceLevel'
  ],
  columns: `
    PriceCodeRecord:s1 PriceCode:s4 ItemCode:s30 CustomerPriceLevel:s1 ARDivisionNo:s2 CustomerNo:s20
    PriceCodeDesc:s25 PricingMethod:s1 BreakQuantity1:n8.0 BreakQuantity2:n8.0 BreakQuantity3:n8.0
    BreakQuantity4:n8.0 BreakQuantity5:n8.0 DiscountMarkup1:n15.6 DiscountMarkup2:n15.6
    DiscountMarkup3:n15.6 DiscountMarkup4:n15.6 DiscountMarkup5:n15.6 DateCreated:d TimeCreated:s8
    UserCreatedKey:s10 DateUpdated:d TimeUpdated:s8 UserUpdatedKey:s10
  `
});
