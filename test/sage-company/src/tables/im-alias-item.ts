import { defineTable } from './table-definition.ts';

/**
 * Other numbers of an item: a general one (a bar code, an old number), that of a customer, that of a vendor. Verified:
 * the names of the columns (a published mirror of a real site). Inferred: the key, the widths of recent releases, and
 * the values of Type: G general, C customer, V vendor.
 */
export const imAliasItem = defineTable({
  name: 'IM_AliasItem',
  key: 'ItemCode+AliasItemNo+Type+ARDivisionNo+CustomerNo+APDivisionNo+VendorNo',
  indexes: ['AliasItemNo+Type+ARDivisionNo+CustomerNo+APDivisionNo+VendorNo+ItemCode'],
  columns: `
    ItemCode:s30 AliasItemNo:s30 Type:s1 ARDivisionNo:s2 CustomerNo:s20 APDivisionNo:s2 VendorNo:s7
    AliasItemDesc:s30 DateCreated:d TimeCreated:s8
    UserCreatedKey:s10 DateUpdated:d TimeUpdated:s8 UserUpdatedKey:s10
  `
});
