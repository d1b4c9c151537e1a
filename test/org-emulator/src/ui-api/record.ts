import { createHash } from 'node:crypto';
import type { Database } from '../data/database.ts';
import type { FieldValue, RecordValues } from '../schema/field.ts';
import { displayValue } from './display-value.ts';
import type { RequestedFields } from './requested-fields.ts';

/** A record as the UI API writes it (User Interface API Developer Guide, "Record"). */
export interface UiRecord {
  readonly apiName: string;
  readonly childRelationships: Record<string, never>;
  readonly eTag: string;
  readonly fields: Readonly<Record<string, UiFieldValue>>;
  readonly id: string;
  readonly lastModifiedById: FieldValue;
  readonly lastModifiedDate: FieldValue;
  readonly recordTypeId: null;
  readonly recordTypeInfo: null;
  readonly systemModstamp: FieldValue;
  readonly weakEtag: number;
}

/** A field's value with the text that pages show; a parent record for a relationship. */
export interface UiFieldValue {
  readonly displayValue: string | null;
  readonly value: FieldValue | UiRecord;
}

/** Writes a record with the fields asked for, parents nested. */
export function uiRecord(database: Database, record: RecordValues, requested: RequestedFields): UiRecord {
  const fields: Record<string, UiFieldValue> = {};
  for (const name of requested.names) {
    const field = requested.object.field(name);
    const value = record[name] ?? null;
    if (field) fields[name] = { displayValue: displayValue(field, value), value };
  }
  for (const [relationship, parent] of requested.parents) {
    fields[relationship] = parentValue(database, record, requested, relationship, parent);
  }
  return {
    apiName: requested.object.name,
    childRelationships: {},
    eTag: createHash('md5')
      .update(JSON.stringify([record.SystemModstamp, fields]))
      .digest('hex'),
    fields,
    id: String(record.Id),
    lastModifiedById: record.LastModifiedById ?? null,
    lastModifiedDate: record.LastModifiedDate ?? null,
    recordTypeId: null,
    recordTypeInfo: null,
    systemModstamp: record.SystemModstamp ?? null,
    weakEtag: Date.parse(String(record.SystemModstamp))
  };
}

function parentValue(
  database: Database,
  record: RecordValues,
  requested: RequestedFields,
  relationship: string,
  parent: RequestedFields
): UiFieldValue {
  const lookup = requested.object.relationship(relationship);
  const id = lookup ? record[lookup.name] : null;
  const found = typeof id === 'string' ? database.table(parent.object).get(id) : undefined;
  if (!found) return { displayValue: null, value: null };
  const name = found[parent.object.nameField?.name ?? 'Id'];
  return { displayValue: String(name), value: uiRecord(database, found, parent) };
}
