import { notFound } from '../../errors/salesforce-error.ts';
import { ok, pathParameter, type RestAnswer, type RestCall } from '../../rest/resource.ts';
import type { FieldDefinition } from '../../schema/field.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import { listParameter, type UiCall, uiApiUrl, wholeParameter } from '../answers.ts';
import { findRecord, type FoundRecord } from './find-record.ts';
import { numberedPage, recordCollection } from './record-page.ts';
import { qualified, readRequestedFields, type RequestedFields } from './requested-fields.ts';
import { uiRecord } from './ui-record.ts';

const usualPageSize = 5;

/** A lookup by which records of `child` belong to a record, and the name of them there. */
export interface ChildRelationship {
  readonly name: string;
  readonly child: ObjectDefinition;
  readonly lookup: FieldDefinition;
}

/** What the user may see that belongs to records of the object, by relationship name. */
export function childRelationships({ org, access }: UiCall, parent: ObjectDefinition): ChildRelationship[] {
  return org.schema
    .childRelationships(parent)
    .flatMap(({ object, field }) => {
      const name = field.childRelationshipName;
      const isVisible = access.can('read', object) && access.canReadField(object, field);
      return name !== null && isVisible ? [{ name, child: object, lookup: field }] : [];
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** The relationship of that name, whatever its case. Throws NOT_FOUND. */
export function childRelationship(call: UiCall, parent: ObjectDefinition, name: string): ChildRelationship {
  const found = childRelationships(call, parent).find(
    (each) => each.name.toLowerCase() === name.toLowerCase()
  );
  if (!found) throw notFound();
  return found;
}

/** `records/ID/child-relationships/NAME`: what belongs to a record, in pages (guide, "Get Child Records"). */
export function readChildRecords(call: RestCall): RestAnswer {
  const parent = findRecord(call, pathParameter(call.request, 'id'));
  const relationship = childRelationship(call, parent.object, pathParameter(call.request, 'relationship'));
  const fields = childFields(call, relationship, listParameter(call, 'fields'), []);
  const optional = childFields(call, relationship, [], listParameter(call, 'optionalFields'));
  for (const name of optional.names) fields.names.add(name);
  return ok(childCollection(call, parent, relationship, fields));
}

/** The fields of a child that are shown: always its id, its name and the lookup; and those asked for. */
export function childFields(
  call: UiCall,
  { child, lookup }: ChildRelationship,
  fields: readonly string[],
  optionalFields: readonly string[]
): RequestedFields {
  const always = ['Id', child.nameField?.name ?? 'Id', lookup.name];
  return readRequestedFields(call, child, fields, [
    ...always.map((name) => qualified(child, name)),
    ...optionalFields
  ]);
}

/** One page of what belongs to a record. */
export function childCollection(
  call: RestCall,
  { object, record }: FoundRecord,
  { name, child, lookup }: ChildRelationship,
  fields: RequestedFields
) {
  const token = wholeParameter(call, 'pageToken', {
    otherwise: wholeParameter(call, 'page', { otherwise: 0 })
  });
  const pageSize = wholeParameter(call, 'pageSize', { otherwise: usualPageSize, least: 1 });
  const children = call.org.database.table(child).findByIndex(lookup.name, record.Id ?? null) ?? [];
  const page = numberedPage(children, token, pageSize, 0);
  const items = page.items.map((each) => uiRecord(call, each, fields));
  const path = `records/${String(record.Id ?? object.name)}/child-relationships/${name}`;
  const shown = [...fields.names].map((field) => qualified(child, field)).join(',');
  return recordCollection({ ...page, items }, (number) =>
    uiApiUrl(call, path, { fields: shown, page: number, pageSize })
  );
}
