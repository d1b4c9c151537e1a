import type { RecordChange } from '../data/record-change.ts';
import type { FieldValue, RecordValues } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { storedCapturedFields } from './captured-fields.ts';

/** What a whole transaction made of one record, or, merged, of several in the same way. */
export interface NetChange {
  readonly object: ObjectDefinition;
  readonly kind: RecordChange['kind'];
  readonly recordIds: readonly string[];
  /** The fields the event tells of. */
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly changedFields: readonly string[];
  readonly nulledFields: readonly string[];
  readonly userId: string;
  readonly origin: string;
}

/**
 * One change per record, in the order in which records were first touched (Change Data Capture Developer Guide,
 * "General Considerations": one event for the initial change type, with the data at the end of the transaction). A
 * record that was created and deleted again is not told of, and one that was changed and then deleted is deleted.
 */
export function netChanges(changes: readonly RecordChange[]): NetChange[] {
  const byRecord = new Map<string, RecordChange>();
  for (const change of changes) {
    const key = String(change.after.Id);
    const earlier = byRecord.get(key);
    const both = earlier ? combined(earlier, change) : change;
    if (both) byRecord.set(key, both);
    else byRecord.delete(key);
  }
  return [...byRecord.values()].flatMap((change) => netChange(change) ?? []);
}

function combined(earlier: RecordChange, later: RecordChange): RecordChange | undefined {
  if (later.kind !== 'DELETE') return { ...later, kind: earlier.kind, before: earlier.before };
  return earlier.kind === 'CREATE' ? undefined : { ...later, before: earlier.before };
}

function netChange(change: RecordChange): NetChange | undefined {
  const { object, kind, before, after, userId, origin } = change;
  const common = { object, kind, recordIds: [String(after.Id)], userId, origin };
  if (kind === 'DELETE') return { ...common, values: {}, changedFields: [], nulledFields: [] };
  const fields = storedCapturedFields(object).map(({ name }) => name);
  if (kind !== 'UPDATE' || !before) {
    return { ...common, values: pick(after, fields), changedFields: [], nulledFields: [] };
  }
  const changedFields = fields.filter((name) => (before[name] ?? null) !== (after[name] ?? null));
  if (changedFields.length === 0) return undefined;
  if (!changedFields.includes('LastModifiedDate') && fields.includes('LastModifiedDate')) {
    changedFields.push('LastModifiedDate');
  }
  const nulledFields = changedFields.filter((name) => (after[name] ?? null) === null);
  return { ...common, values: pick(after, changedFields), changedFields, nulledFields };
}

function pick(record: RecordValues, names: readonly string[]): Record<string, FieldValue> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = record[name] ?? null;
      return value === null ? [] : [[name, value]];
    })
  );
}

/**
 * Changes that are the same in several records become one (guide, "Merged Change Events": the same change in records of
 * one object during one second).
 */
export function merged(changes: readonly NetChange[]): NetChange[] {
  const byContent = new Map<string, NetChange>();
  for (const change of changes) {
    const key = contentOf(change);
    const same = byContent.get(key);
    const recordIds = [...(same?.recordIds ?? []), ...change.recordIds];
    byContent.set(key, same ? { ...same, recordIds } : change);
  }
  return [...byContent.values()];
}

function contentOf({ object, kind, values, nulledFields, userId, origin }: NetChange): string {
  const second = (name: string, value: FieldValue) =>
    name.endsWith('Date') && typeof value === 'string' ? value.slice(0, '2026-01-01T00:00:00'.length) : value;
  const told = Object.entries(values).map(([name, value]) => [name, second(name, value)]);
  return JSON.stringify([object.name, kind, told, nulledFields, userId, origin]);
}

/** How much a change counts towards overflow: an update each of its fields, anything else one. */
export function weightOf({ kind, changedFields }: NetChange): number {
  return kind === 'UPDATE' ? changedFields.length : 1;
}
