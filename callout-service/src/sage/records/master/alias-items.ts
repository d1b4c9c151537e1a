import type { AliasItem } from '../../../canonical/alias-item.ts';
import { imAliasItem } from '../../catalogue/im-alias-item.ts';
import { codeValues } from '../../decode/code-value.ts';
import { defineRecord } from '../definition.ts';
import { code } from '../key-segments.ts';

// The kinds are those of Sage's Alias Item Maintenance; that they are kept as their first letters is inferred.
const aliasType = codeValues('IM_AliasItem.Type', {
  '': 'general',
  G: 'general',
  C: 'customer',
  V: 'vendor'
});

/** IM_AliasItem. An alias may stand for several items, for one customer this and for the next that. */
export const aliasItems = defineRecord({
  table: imAliasItem,
  segments: (aliasItemNo: string) => [code(aliasItemNo)],
  toEntity: ({ row }): AliasItem => ({
    aliasItemNo: row.AliasItemNo,
    itemCode: row.ItemCode,
    type: aliasType(row.Type),
    arDivisionNo: row.ARDivisionNo,
    customerNo: row.CustomerNo,
    apDivisionNo: row.APDivisionNo,
    vendorNo: row.VendorNo,
    description: row.AliasItemDesc
  })
});
