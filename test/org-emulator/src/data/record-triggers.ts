import type { UserAccess } from '../access/user-access.ts';
import type { RecordValues } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { RecordChange } from './record-change.ts';

/**
 * What runs while a record is saved (Apex Developer Guide, "Triggers and Order of Execution"). Everything is
 * synchronous and inside the transaction; what it throws undoes the save. Implemented by record-triggered flows.
 */
export interface RecordTriggers {
  /** Before the validation rules of a create or update: the record, with what before-save flows changed in it. */
  beforeSave(
    object: ObjectDefinition,
    before: RecordValues | undefined,
    draft: RecordValues,
    access: UserAccess
  ): RecordValues;
  /** Before a record goes to the recycle bin. */
  beforeDelete(object: ObjectDefinition, record: RecordValues, access: UserAccess): void;
  /** After the record is stored, within the transaction. Asynchronous paths begin after its commit. */
  afterSave(change: RecordChange, access: UserAccess): void;
}

/** Nothing runs. */
export const noTriggers: RecordTriggers = {
  beforeSave: (_object, _before, draft) => draft,
  beforeDelete: () => undefined,
  afterSave: () => undefined
};
