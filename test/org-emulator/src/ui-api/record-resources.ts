import { Router } from 'express';
import { z } from 'zod';
import { notFound, notSupported, SalesforceError } from '../errors/salesforce-error.ts';
import type { Org } from '../org.ts';
import { pathParameter, ok, queryParameter, readBody, resource } from '../rest/resource.ts';
import type { RestAnswer, RestCall } from '../rest/resource.ts';
import type { RecordValues } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { uiRecord } from './record.ts';
import { readRequestedFields, type RequestedFields } from './requested-fields.ts';

const fieldsBody = z.record(z.string(), z.unknown());
const createBody = z.object({ apiName: z.string(), fields: fieldsBody });
const updateBody = z.object({ fields: fieldsBody, apiName: z.string().optional() });

/** `records`: read with chosen fields, create, change, delete. */
export function recordResources(org: Org): Router {
  const router = Router({ mergeParams: true });
  router.post('/', resource(org, createRecord));
  router.get('/batch/:ids', resource(org, readRecords));
  router.get('/:id', resource(org, readRecord));
  router.patch('/:id', resource(org, updateRecord));
  router.delete('/:id', resource(org, deleteRecord));
  return router;
}

function readRecord(call: RestCall): RestAnswer {
  return ok(readOne(call, pathParameter(call.request, 'id')));
}

function readRecords(call: RestCall): RestAnswer {
  const results = pathParameter(call.request, 'ids')
    .split(',')
    .map((id) => batchResult(call, id));
  return ok({ hasErrors: results.some(({ statusCode }) => statusCode !== 200), results });
}

function batchResult(call: RestCall, id: string): { statusCode: number; result: unknown } {
  try {
    return { statusCode: 200, result: readOne(call, id) };
  } catch (error) {
    if (!(error instanceof SalesforceError)) throw error;
    return { statusCode: error.status, result: [{ errorCode: error.code, message: error.message }] };
  }
}

function readOne(call: RestCall, id: string) {
  const { object, record } = findRecord(call, id);
  return uiRecord(call.org.database, record, requestedFields(call, object));
}

function createRecord(call: RestCall): RestAnswer {
  const { apiName, fields } = readBody(call.request, createBody);
  const object = call.org.schema.object(apiName);
  if (!object) throw notFound();
  const id = call.org.dml.insert(call.access, object, fields);
  return { status: 201, body: representAll(call, id) };
}

function updateRecord(call: RestCall): RestAnswer {
  const id = pathParameter(call.request, 'id');
  const { object } = findRecord(call, id);
  call.org.dml.update(call.access, object, id, readBody(call.request, updateBody).fields);
  return ok(representAll(call, id));
}

function deleteRecord(call: RestCall): RestAnswer {
  const id = pathParameter(call.request, 'id');
  call.org.dml.delete(call.access, findRecord(call, id).object, id);
  return { status: 204 };
}

/** After a write the UI API answers the record's layout fields; there are no layouts here, so all fields. */
function representAll(call: RestCall, id: string) {
  const { object, record } = findRecord(call, id);
  const visible = object.fields.filter((field) => call.access.canReadField(object, field));
  const paths = visible.map((field) => `${object.name}.${field.name}`);
  const requested = readRequestedFields(call.org.schema, call.access, object, paths, []);
  return uiRecord(call.org.database, record, requested);
}

function findRecord(
  { org, access }: RestCall,
  id: string
): { object: ObjectDefinition; record: RecordValues } {
  const object = org.schema.objectOfId(id);
  if (!object) throw notFound();
  if (!access.can('read', object)) {
    const message =
      "You don't have access to this record. Ask your administrator for help or to request access.";
    throw new SalesforceError(403, 'INSUFFICIENT_ACCESS', message);
  }
  const record = org.database.table(object).get(id);
  if (!record || record.IsDeleted === true) throw notFound();
  return { object, record };
}

/** Fields asked for by `fields` and `optionalFields`. Layouts are not modelled, so `layoutTypes` is refused. */
export function requestedFields(call: RestCall, object: ObjectDefinition): RequestedFields {
  const { org, access, request } = call;
  if (queryParameter(request, 'layoutTypes') !== undefined) throw notSupported('layoutTypes in the UI API');
  const [fields, optionalFields] = [listParameter(call, 'fields'), listParameter(call, 'optionalFields')];
  if (fields.length + optionalFields.length === 0) {
    const message = 'At least one of the parameters layoutTypes, fields or optionalFields must be given';
    throw new SalesforceError(400, 'ILLEGAL_QUERY_PARAMETER_VALUE', message);
  }
  return readRequestedFields(org.schema, access, object, fields, optionalFields);
}

function listParameter({ request }: RestCall, name: string): string[] {
  const text = queryParameter(request, name) ?? '';
  return text.split(',').filter((each) => each !== '');
}
