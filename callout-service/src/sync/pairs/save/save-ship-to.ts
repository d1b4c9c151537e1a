import { shipToDraftSchema } from '../../../canonical/drafts/ship-to-draft.ts';
import { shipToEntity } from '../../../mapping/entities/ship-to.ts';
import type { FieldValues } from '../../../mapping/field-value.ts';
import type { SageWriter, WriteReceipt } from '../../../sage/port/sage-writer.ts';
import type { SageTarget } from '../object-pair.ts';
import { customerOf } from './customer-of.ts';
import { draftOf, draftParts } from './draft-of.ts';

/** Writes a ship-to address of the parent account's customer; the code of a new one comes from the mapping. */
export function saveShipTo(
  writer: SageWriter,
  values: FieldValues,
  target: SageTarget
): Promise<WriteReceipt> {
  const { customerNo, code } = customerOf(target, 'ParentId');
  const subject =
    target.key === undefined ? `Account ${target.salesforceId}` : `SO_ShipToAddress ${target.key}`;
  const parts = draftParts(shipToEntity, values, { isNew: code === undefined, subject });
  const draft = { ...parts, customerNo, ...(code !== undefined && { shipToCode: code }) };
  return writer.saveShipTo(draftOf(shipToDraftSchema, draft, subject));
}
