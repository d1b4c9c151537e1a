import { Router } from 'express';
import { z } from 'zod';
import { toFieldValue } from '../data/field-value.ts';
import { runCollection } from '../data/record-collection.ts';
import { insertTree, treeSchema } from '../data/record-tree.ts';
import { notFound, SalesforceError } from '../errors/salesforce-error.ts';
import type { Org } from '../org.ts';
import type { FieldValue } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { serve } from './http/allowed-methods.ts';
import { recordRepresentation } from './record-representation.ts';
import { ok, pathObject, pathParameter, queryParameter, readBody, resource } from './resource.ts';
import type { RestAnswer, RestCall } from './resource.ts';

const record = z.record(z.string(), z.unknown());
const collectionBody = z.object({ allOrNone: z.boolean().default(false), records: z.array(record) });
const retrieveBody = z.object({ ids: z.array(z.string()), fields: z.array(z.string()) });
const typedRecord = z.object({ attributes: z.object({ type: z.string() }) });

/** sObject Collections take at most 200 records (REST API Developer Guide, "sObject Collections"). */
const mostRecords = 200;

/** More may be read than written at once. */
const mostRetrieved = 2000;

/** `composite/sobjects` and `composite/tree`: up to 200 records in one request. */
export function collectionResources(org: Org): Router {
  const router = Router({ mergeParams: true });
  serve(router, '/sobjects', {
    post: resource(org, createAll),
    patch: resource(org, updateAll),
    delete: resource(org, deleteAll)
  });
  serve(router, '/sobjects/:object', {
    get: resource(org, (call) => retrieveAll(call, readAddress(call))),
    post: resource(org, (call) => retrieveAll(call, readBody(call.request, retrieveBody)))
  });
  serve(router, '/sobjects/:object/:field', { patch: resource(org, upsertAll) });
  serve(router, '/tree/:object', { post: resource(org, createTree) });
  return router;
}

function createAll({ org, access, request }: RestCall): RestAnswer {
  const { records, allOrNone } = readRecords(request);
  const results = runCollection(org.database, records, allOrNone, (each) => ({
    id: org.dml.insert(access, objectOf(org, each), each),
    success: true,
    errors: []
  }));
  return ok(results);
}

function updateAll({ org, access, request }: RestCall): RestAnswer {
  const { records, allOrNone } = readRecords(request);
  const results = runCollection(org.database, records, allOrNone, (each) => {
    const { Id, id = Id, ...values } = each;
    org.dml.update(access, objectOf(org, each), String(id), values);
    return { id: String(id), success: true, errors: [] };
  });
  return ok(results);
}

function deleteAll({ org, access, request }: RestCall): RestAnswer {
  const ids = queryParameter(request, 'ids')?.split(',') ?? [];
  checkCount(ids.length);
  const allOrNone = queryParameter(request, 'allOrNone') === 'true';
  const results = runCollection(org.database, ids, allOrNone, (id) => {
    const object = org.schema.objectOfId(id);
    if (!object) throw new SalesforceError(400, 'MALFORMED_ID', `malformed id ${id}`);
    org.dml.delete(access, object, id);
    return { id, success: true, errors: [] };
  });
  return ok(results);
}

function upsertAll(call: RestCall): RestAnswer {
  const { org, access, request } = call;
  const object = pathObject(call);
  const field = pathParameter(request, 'field');
  const { records, allOrNone } = readRecords(request);
  const results = runCollection(org.database, records, allOrNone, (each) => {
    const { value, others } = takeKey(object, field, each);
    const { id, created } = org.dml.upsert(access, object, { field, value }, others);
    return { id, success: true, errors: [], created };
  });
  return ok(results);
}

/** The value of the external id field, however the record spells its name, and the record's other values. */
function takeKey(
  object: ObjectDefinition,
  fieldName: string,
  values: Record<string, unknown>
): { value: FieldValue; others: Record<string, unknown> } {
  const isKey = (name: string): boolean => name.toLowerCase() === fieldName.toLowerCase();
  const entries = Object.entries(values);
  const given = entries.find(([name]) => isKey(name))?.[1];
  const field = object.field(fieldName);
  const value = field ? toFieldValue(field, given) : null;
  if (field && value === null) {
    throw new SalesforceError(400, 'MISSING_ARGUMENT', `${fieldName} not specified`, [fieldName]);
  }
  return { value, others: Object.fromEntries(entries.filter(([name]) => !isKey(name))) };
}

/** The same as the body of a retrieve, from `?ids=…,…&fields=…,…`. */
function readAddress({ request }: RestCall): z.infer<typeof retrieveBody> {
  const [ids = [], fields = []] = ['ids', 'fields'].map((name) => queryParameter(request, name)?.split(','));
  return { ids, fields };
}

function retrieveAll(call: RestCall, { ids, fields: names }: z.infer<typeof retrieveBody>): RestAnswer {
  const object = pathObject(call);
  if (ids.length > mostRetrieved) checkCount(ids.length);
  const fields = names.map((name) => {
    const field = object.field(name);
    if (field && call.access.canReadField(object, field)) return field;
    const message = `No such column '${name}' on sobject of type ${object.name}`;
    throw new SalesforceError(400, 'INVALID_FIELD', message);
  });
  const reader = call.org.reader.forUser(call.access);
  const found = ids.map((id) => {
    const values = call.org.database.table(object).get(id);
    const live = values && values.IsDeleted !== true;
    return live ? recordRepresentation(reader, call.version, object, values, fields) : null;
  });
  return ok(found);
}

function createTree(call: RestCall): RestAnswer {
  pathObject(call);
  const outcome = insertTree(call.org, call.access, readBody(call.request, treeSchema).records);
  return { status: outcome.hasErrors ? 400 : 201, body: outcome };
}

function readRecords(request: RestCall['request']): z.infer<typeof collectionBody> {
  const body = readBody(request, collectionBody);
  checkCount(body.records.length);
  return body;
}

function checkCount(count: number): void {
  if (count > mostRecords) {
    const message = `Number of records exceeds the limit of ${mostRecords}`;
    throw new SalesforceError(400, 'INVALID_INPUT', message);
  }
}

function objectOf(org: Org, values: Record<string, unknown>): ObjectDefinition {
  const typed = typedRecord.safeParse(values);
  const object = typed.success ? org.schema.object(typed.data.attributes.type) : undefined;
  if (!object) throw notFound();
  return object;
}
