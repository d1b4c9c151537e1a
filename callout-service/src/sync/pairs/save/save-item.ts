import { itemDraftSchema } from '../../../canonical/drafts/item-draft.ts';
import { itemEntity } from '../../../mapping/entities/item.ts';
import type { FieldValues } from '../../../mapping/field-value.ts';
import type { SageWriter, WriteReceipt } from '../../../sage/port/sage-writer.ts';
import type { SageTarget } from '../object-pair.ts';
import { draftOf, draftParts } from './draft-of.ts';

/** Writes an item; the code of a new one comes from the mapping. */
export function saveItem(writer: SageWriter, values: FieldValues, target: SageTarget): Promise<WriteReceipt> {
  const { key, salesforceId } = target;
  const subject = key === undefined ? `Product2 ${salesforceId}` : `CI_Item ${key}`;
  const parts = draftParts(itemEntity, values, { isNew: key === undefined, subject });
  const draft = { ...parts, ...(key !== undefined && { itemCode: key }) };
  return writer.saveItem(draftOf(itemDraftSchema, draft, subject));
}
