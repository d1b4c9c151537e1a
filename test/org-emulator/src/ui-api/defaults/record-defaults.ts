import type { RestCall } from '../../rest/resource.ts';
import type { FieldDefinition, FieldValue, RecordValues } from '../../schema/field.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import { listParameter } from '../answers.ts';
import { recordLayout } from '../layouts/record-layout.ts';
import { objectInfo } from '../objects/object-info.ts';
import { picklistValues } from '../picklists/picklist-values.ts';
import { hasRecordTypes, masterRecordTypeId } from '../record-type-info.ts';
import { layoutFields } from '../records/layout-fields.ts';
import { readRequestedFields, type RequestedFields } from '../records/requested-fields.ts';
import { uiRecord } from '../records/ui-record.ts';

/** What a new record begins with: defaults of the object and the record type, or another record's values. */
export interface RecordStart {
  readonly object: ObjectDefinition;
  readonly recordTypeId: string;
  /** The record that is cloned; undefined for a record from scratch. */
  readonly source: RecordValues | undefined;
}

/** All that a page needs to create a record (User Interface API Developer Guide, "Record Defaults"). */
export function recordDefaults(call: RestCall, start: RecordStart) {
  const { object, recordTypeId } = start;
  const mode = start.source ? 'Edit' : 'Create';
  const fields = withOptional(call, layoutFields(call, object, ['Full'], [mode]));
  return {
    layout: recordLayout(call, object, 'Full', mode, recordTypeId),
    objectInfos: objectInfos(call, fields),
    record: uiRecord(call, startValues(call, start), fields)
  };
}

/** The object, and the objects of the records that are shown nested. */
export function objectInfos(call: RestCall, { object, parents }: RequestedFields) {
  const objects = new Map([...parents.values()].map((parent) => [parent.object.name, parent.object]));
  objects.set(object.name, object);
  return Object.fromEntries([...objects].map(([name, each]) => [name, objectInfo(call, each)]));
}

/** The values that a new record begins with. */
export function startValues(call: RestCall, { object, recordTypeId, source }: RecordStart): RecordValues {
  const fresh = call.org.dml.defaults(call.access, object, {});
  const isMaster = recordTypeId === masterRecordTypeId;
  const values: Record<string, FieldValue> = {};
  for (const field of object.fields) {
    const value = source
      ? source[field.name]
      : startValue(call, object, isMaster ? undefined : recordTypeId, field, fresh);
    values[field.name] = field.createable && call.access.canEditField(object, field) ? (value ?? null) : null;
  }
  if (hasRecordTypes(object)) values.RecordTypeId = isMaster ? null : recordTypeId;
  return values;
}

/** A record type has defaults of its own for the picklists it names. */
function startValue(
  call: RestCall,
  object: ObjectDefinition,
  recordTypeId: string | undefined,
  field: FieldDefinition,
  fresh: RecordValues
): FieldValue {
  if (recordTypeId === undefined || field.type !== 'picklist') return fresh[field.name] ?? null;
  return picklistValues(call, object, recordTypeId, field).defaultValue?.value ?? null;
}

function withOptional(call: RestCall, layout: RequestedFields): RequestedFields {
  const optional = readRequestedFields(call, layout.object, [], listParameter(call, 'optionalFields'));
  return {
    ...layout,
    names: new Set([...layout.names, ...optional.names]),
    parents: new Map([...optional.parents, ...layout.parents])
  };
}
