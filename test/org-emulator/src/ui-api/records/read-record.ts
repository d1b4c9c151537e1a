import { notFound } from '../../errors/salesforce-error.ts';
import type { RestCall } from '../../rest/resource.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import { illegalParameter, listParameter } from '../answers.ts';
import { childCollection, childFields, type ChildRelationship, childRelationship } from './child-records.ts';
import { findRecord, type FoundRecord } from './find-record.ts';
import { layoutFields, layoutModesOf, layoutTypesOf } from './layout-fields.ts';
import { readRequestedFields, type RequestedFields } from './requested-fields.ts';
import { type UiRecord, uiRecord } from './ui-record.ts';

/** The record of an id with what the request's parameters ask for (guide, "Get a Record"). */
export function readRecord(call: RestCall, id: string): UiRecord {
  return representRecord(call, findRecord(call, id));
}

/** A record with what the request's parameters ask for. */
export function representRecord(call: RestCall, found: FoundRecord): UiRecord {
  const { object, record } = found;
  const children = requestedChildren(call, object);
  const requested = requestedFields(call, object, children);
  const collections = children.map(({ relationship, fields }) => {
    const ofChild = listParameter(call, 'fields').filter((path) => isOf(relationship.child, path));
    const shown = childFields(call, relationship, [...ofChild, ...fields], []);
    return [relationship.name, childCollection(call, found, relationship, shown)] as const;
  });
  return uiRecord(call, record, requested, Object.fromEntries(collections));
}

interface RequestedChildren {
  readonly relationship: ChildRelationship;
  readonly fields: string[];
}

/** Reads `childRelationships=Account.Contacts,Account.Contacts.Email`. */
function requestedChildren(call: RestCall, object: ObjectDefinition): RequestedChildren[] {
  const children = new Map<string, RequestedChildren>();
  for (const path of listParameter(call, 'childRelationships')) {
    const [objectName, name = '', ...field] = path.split('.');
    if (objectName?.toLowerCase() !== object.name.toLowerCase()) throw notFound();
    const relationship = childRelationship(call, object, name);
    const known = children.get(relationship.name) ?? { relationship, fields: [] };
    if (field.length > 0) known.fields.push([relationship.child.name, ...field].join('.'));
    children.set(relationship.name, known);
  }
  return [...children.values()];
}

function requestedFields(
  call: RestCall,
  object: ObjectDefinition,
  children: readonly RequestedChildren[]
): RequestedFields {
  const layoutTypes = layoutTypesOf(listParameter(call, 'layoutTypes'));
  const fields = listParameter(call, 'fields');
  const optionalFields = listParameter(call, 'optionalFields');
  if (layoutTypes.length + fields.length + optionalFields.length === 0) {
    throw illegalParameter(
      'At least one of the parameters layoutTypes, fields or optionalFields must be given'
    );
  }
  if (layoutTypes.length > 0 && fields.length > 0 && children.length === 0) {
    throw illegalParameter('fields and layoutTypes can be given together only with childRelationships');
  }
  const own = fields.filter((path) => !children.some(({ relationship }) => isOf(relationship.child, path)));
  const requested = readRequestedFields(call, object, own, optionalFields);
  if (layoutTypes.length === 0) return requested;
  const layout = layoutFields(call, object, layoutTypes, layoutModesOf(listParameter(call, 'modes')));
  return merged(layout, requested);
}

function isOf({ name }: ObjectDefinition, path: string): boolean {
  return path.toLowerCase().startsWith(`${name.toLowerCase()}.`);
}

/** Both requests in one. */
function merged(one: RequestedFields, other: RequestedFields): RequestedFields {
  const parents = new Map(one.parents);
  for (const [name, parent] of other.parents) {
    const known = parents.get(name);
    parents.set(name, known ? merged(known, parent) : parent);
  }
  return { object: one.object, names: new Set([...one.names, ...other.names]), parents };
}
