import { optionalString, string } from './column-type.ts';
import { defineTable } from './table.ts';

/**
 * Other codes of items. Column names as a published mirror of a site has them. No file layout was seen: the order of the
 * key is that of the index by alias, as it is inferred.
 */
export const imAliasItem = defineTable({
  name: 'IM_AliasItem',
  key: ['AliasItemNo', 'Type', 'ARDivisionNo', 'CustomerNo', 'APDivisionNo', 'VendorNo', 'ItemCode'],
  columns: {
    AliasItemNo: string(30),
    Type: string(1),
    ARDivisionNo: optionalString(2),
    CustomerNo: optionalString(20),
    APDivisionNo: optionalString(2),
    VendorNo: optionalString(7),
    ItemCode: string(30),
    AliasItemDesc: optionalString(30)
  }
});
