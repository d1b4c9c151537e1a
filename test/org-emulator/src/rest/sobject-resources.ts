import { Router } from 'express';
import { notFound, SalesforceError } from '../errors/salesforce-error.ts';
import type { Org } from '../org.ts';
import type { FieldDefinition, RecordValues } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { describeObject, describeObjectShort } from './describe.ts';
import { recordRepresentation } from './record-representation.ts';
import { ok, pathObject, pathParameter, queryParameter, readBody, recordBody, resource } from './resource.ts';
import type { RestAnswer, RestCall } from './resource.ts';

/** `sobjects`: describes, and records one at a time, by id or by external id. */
export function sobjectResources(org: Org): Router {
  const router = Router({ mergeParams: true });
  router.get('/', resource(org, listObjects));
  router.get('/:object', resource(org, basicInformation));
  router.post('/:object', resource(org, createRecord));
  router.get('/:object/describe', resource(org, describe));
  router.get('/:object/:id', resource(org, readById));
  router.patch('/:object/:id', resource(org, updateById));
  router.delete('/:object/:id', resource(org, deleteById));
  router.get('/:object/:field/:value', resource(org, readByExternalId));
  router.patch('/:object/:field/:value', resource(org, upsertByExternalId));
  router.delete('/:object/:field/:value', resource(org, deleteByExternalId));
  return router;
}

function listObjects({ org: { schema }, access, version }: RestCall): RestAnswer {
  const visible = schema.objects.filter((object) => access.can('read', object));
  const sobjects = visible.map((object) => describeObjectShort(version, object, access));
  return ok({ encoding: 'UTF-8', maxBatchSize: 200, sobjects });
}

function basicInformation(call: RestCall): RestAnswer {
  return ok({
    objectDescribe: describeObjectShort(call.version, pathObject(call), call.access),
    recentItems: []
  });
}

function describe(call: RestCall): RestAnswer {
  return ok(describeObject(call.version, call.org.schema, pathObject(call), call.access));
}

function createRecord(call: RestCall): RestAnswer {
  const object = pathObject(call);
  const id = call.org.dml.insert(call.access, object, readBody(call.request, recordBody));
  const headers = { Location: `/services/data/${call.version}/sobjects/${object.name}/${id}` };
  return { status: 201, headers, body: { id, success: true, errors: [] } };
}

function readById(call: RestCall): RestAnswer {
  const object = pathObject(call);
  return ok(represent(call, object, liveRecord(call, object, pathParameter(call.request, 'id'))));
}

function updateById(call: RestCall): RestAnswer {
  const id = pathParameter(call.request, 'id');
  call.org.dml.update(call.access, pathObject(call), id, readBody(call.request, recordBody));
  return { status: 204 };
}

function deleteById(call: RestCall): RestAnswer {
  call.org.dml.delete(call.access, pathObject(call), pathParameter(call.request, 'id'));
  return { status: 204 };
}

function readByExternalId(call: RestCall): RestAnswer {
  const object = pathObject(call);
  const matches = matchesOf(call, object);
  if (matches.length > 1) return severalMatches(call, object, matches);
  if (!matches[0]) throw notFound();
  return ok(represent(call, object, matches[0]));
}

function upsertByExternalId(call: RestCall): RestAnswer {
  const object = pathObject(call);
  const matches = matchesOf(call, object);
  if (matches.length > 1) return severalMatches(call, object, matches);
  const key = { field: pathParameter(call.request, 'field'), value: pathParameter(call.request, 'value') };
  const body = readBody(call.request, recordBody);
  const { id, created } = call.org.dml.upsert(call.access, object, key, body);
  return { status: created ? 201 : 200, body: { id, success: true, errors: [], created } };
}

function deleteByExternalId(call: RestCall): RestAnswer {
  const object = pathObject(call);
  const matches = matchesOf(call, object);
  if (matches.length > 1) return severalMatches(call, object, matches);
  if (!matches[0]) throw notFound();
  call.org.dml.delete(call.access, object, String(matches[0].Id));
  return { status: 204 };
}

function matchesOf(call: RestCall, object: ObjectDefinition): RecordValues[] {
  const [field, value] = [pathParameter(call.request, 'field'), pathParameter(call.request, 'value')];
  return call.org.dml.findByExternalId(call.access, object, field, value);
}

/** 300 with the addresses of all matches, as REST answers for an external id that is not unique. */
function severalMatches(
  call: RestCall,
  object: ObjectDefinition,
  matches: readonly RecordValues[]
): RestAnswer {
  const addresses = matches.map(
    ({ Id }) => `/services/data/${call.version}/sobjects/${object.name}/${String(Id)}`
  );
  return { status: 300, body: addresses };
}

function liveRecord(call: RestCall, object: ObjectDefinition, id: string): RecordValues {
  const record = call.org.database.table(object).get(id);
  if (!record || record.IsDeleted === true) throw notFound();
  return record;
}

function represent(call: RestCall, object: ObjectDefinition, record: RecordValues): Record<string, unknown> {
  const names = queryParameter(call.request, 'fields')?.split(',');
  const visible = object.fields.filter((field) => call.access.canReadField(object, field));
  const fields = names ? names.map((name) => requireVisible(object, visible, name.trim())) : visible;
  return recordRepresentation(call.org.reader, call.version, object, record, fields);
}

function requireVisible(
  object: ObjectDefinition,
  visible: readonly FieldDefinition[],
  name: string
): FieldDefinition {
  const field = visible.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (field) return field;
  throw new SalesforceError(
    400,
    'INVALID_FIELD',
    `No such column '${name}' on sobject of type ${object.name}`
  );
}
