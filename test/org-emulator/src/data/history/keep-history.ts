import type { Clock } from '../../clock.ts';
import type { FieldDefinition, RecordValues } from '../../schema/field.ts';
import { historyName, nameInHistory, trackedFields } from '../../schema/field-history.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import type { Schema } from '../../schema/schema.ts';
import type { Database } from '../database.ts';
import type { RecordChange } from '../record-change.ts';
import { makeRecordId } from '../record-id.ts';
import { fieldChanges, type HistoryEntry } from './field-changes.ts';

interface HistoryParts {
  readonly schema: Schema;
  readonly database: Database;
  readonly clock: Clock;
}

/** Writes field history within the transaction of each change (Salesforce Help, "Field History Tracking"). */
export function keepHistory(parts: HistoryParts): void {
  const tracked = new WeakMap<ObjectDefinition, readonly FieldDefinition[]>();
  parts.database.onChange((change) => {
    const fields = tracked.get(change.object) ?? trackedFields(change.object);
    tracked.set(change.object, fields);
    if (fields.length > 0) writeHistory(parts, change, fields);
  });
}

/** Forgets the history of a record that is deleted for good. */
export function removeHistory(
  { schema, database }: Omit<HistoryParts, 'clock'>,
  object: ObjectDefinition,
  id: string
): void {
  const history = historyOf(schema, object);
  const lookup = history?.options.historyOf?.lookup ?? '';
  for (const row of (history && database.table(history).findByIndex(lookup, id)) ?? []) {
    if (history) database.remove(history, String(row.Id));
  }
}

function writeHistory(parts: HistoryParts, change: RecordChange, fields: readonly FieldDefinition[]): void {
  if (change.kind === 'CREATE') writeEntry(parts, change, created);
  if (change.kind !== 'UPDATE') return;
  for (const field of fields) {
    for (const values of fieldChanges(parts, change, field)) {
      writeEntry(parts, change, { Field: nameInHistory(field), ...values });
    }
  }
}

const created: HistoryEntry = { Field: 'created', DataType: 'Text', OldValue: null, NewValue: null };

function writeEntry(parts: HistoryParts, { object, after, userId }: RecordChange, entry: HistoryEntry): void {
  const { schema, database, clock } = parts;
  const history = historyOf(schema, object);
  if (!history) return;
  // One sequence for all kinds of history, which share the beginning of their ids.
  const id = makeRecordId(history.keyPrefix, database.nextNumber('History'));
  const row: RecordValues = {
    Id: id,
    IsDeleted: false,
    [history.options.historyOf?.lookup ?? 'ParentId']: after.Id ?? null,
    CreatedById: userId,
    CreatedDate: clock.now().toISOString(),
    ...entry
  };
  database.put(history, id, row);
}

function historyOf(schema: Schema, object: ObjectDefinition): ObjectDefinition | undefined {
  return schema.object(historyName(object) ?? '');
}
