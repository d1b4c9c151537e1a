import type { ItemDraft } from '../../../canonical/drafts/item-draft.ts';
import { itemValues } from '../../../rules/written-values/master-values.ts';
import { businessObjectKinds } from '../../boi/business-object-kinds.ts';
import type { WriteReceipt } from '../../port/sage-writer.ts';
import { code } from '../../records/key-segments.ts';
import type { WritingParts } from '../writing-parts.ts';
import { keyValue } from './customer-keys.ts';
import { referenceFaults } from './references.ts';
import { saveMaster } from './save-master.ts';

/** Creates or changes an item. */
export async function saveItem(draft: ItemDraft, parts: WritingParts): Promise<WriteReceipt> {
  const fields = { warehouseCode: 'defaultWarehouseCode' };
  return saveMaster(
    {
      table: 'CI_Item',
      kind: businessObjectKinds.item,
      key: [keyValue('ItemCode', 'itemCode', code(draft.itemCode))],
      displayKey: code(draft.itemCode),
      values: itemValues(draft),
      requiredWhenNew: { ItemCodeDesc: 'itemCodeDesc', ProductLine: 'productLine' },
      referenceFaults: () =>
        referenceFaults({ warehouseCode: draft.defaultWarehouseCode }, parts.records, { fields })
    },
    parts
  );
}
