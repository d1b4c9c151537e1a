import { isRecordId, toLongId } from '../../data/record-id.ts';
import { notFound } from '../../errors/salesforce-error.ts';
import type { RecordValues } from '../../schema/field.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import { ok, pathObject, pathParameter, readBody, recordBody } from '../resource.ts';
import type { RestAnswer, RestCall } from '../resource.ts';
import { liveRecord, represent } from './represent.ts';

/** More are cut off: such lists are for records that a person would look at. */
const mostChildren = 2000;

/** Whether the part after the object's name is the id of a record, rather than the name of a field. */
export function isRelationshipPath({ org, request }: RestCall): boolean {
  const id = pathParameter(request, 'field');
  const object = org.schema.object(pathParameter(request, 'object'));
  return object !== undefined && object.field(id) === undefined && isRecordId(id);
}

/** `sobjects/Contact/id/Account`, `sobjects/Account/id/Contacts` (guide, "sObject Relationships"). */
export function readRelated(call: RestCall): RestAnswer {
  const parent = parentOf(call);
  if (parent) return ok(represent(call, parent.object, parent.record));
  return ok(childrenOf(call));
}

/** Changes the parent that a relationship leads to. */
export function updateRelated(call: RestCall): RestAnswer {
  const parent = parentOf(call);
  if (!parent) throw notFound();
  call.org.dml.update(
    call.access,
    parent.object,
    String(parent.record.Id),
    readBody(call.request, recordBody)
  );
  return { status: 204 };
}

/** Deletes the parent that a relationship leads to. */
export function deleteRelated(call: RestCall): RestAnswer {
  const parent = parentOf(call);
  if (!parent) throw notFound();
  call.org.dml.delete(call.access, parent.object, String(parent.record.Id));
  return { status: 204 };
}

interface Found {
  readonly object: ObjectDefinition;
  readonly record: RecordValues;
}

/** The parent that the path names; undefined when no lookup has that name. Throws NOT_FOUND when it is empty. */
function parentOf(call: RestCall): Found | undefined {
  const object = pathObject(call);
  const record = liveRecord(call, object, pathParameter(call.request, 'field'));
  const lookup = object.relationship(pathParameter(call.request, 'value'));
  if (!lookup || !call.access.canReadField(object, lookup)) return undefined;
  const id = record[lookup.name];
  const target = typeof id === 'string' ? call.org.schema.objectOfId(id) : undefined;
  if (!target || typeof id !== 'string') throw notFound();
  call.access.requireObject(target, 'read');
  return { object: target, record: liveRecord(call, target, id) };
}

function childrenOf(call: RestCall) {
  const object = pathObject(call);
  const name = pathParameter(call.request, 'value').toLowerCase();
  const relationship = call.org.schema
    .childRelationships(object)
    .find(({ field }) => field.childRelationshipName?.toLowerCase() === name);
  if (!relationship || !call.access.can('read', relationship.object)) throw notFound();
  const parentId = toLongId(pathParameter(call.request, 'field'));
  const table = call.org.database.table(relationship.object);
  const children = table.findByIndex(relationship.field.name, parentId) ?? [];
  const records = children.slice(0, mostChildren).map((each) => represent(call, relationship.object, each));
  return { done: true, totalSize: children.length, records };
}
