import { SeveralMatches } from '../../data/upsert/external-id.ts';
import { notFound } from '../../errors/salesforce-error.ts';
import type { RecordValues } from '../../schema/field.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import { ok, pathObject, pathParameter, queryParameter, readBody, recordBody } from '../resource.ts';
import type { RestAnswer, RestCall } from '../resource.ts';
import { isUnchanged } from './preconditions.ts';
import { lastChange, represent } from './represent.ts';

/** From this version on an upsert that updates answers a body (REST API Developer Guide, "Upsert"). */
const firstVersionWithBody = 46;

export function readByExternalId(call: RestCall): RestAnswer {
  const object = pathObject(call);
  const found = oneMatch(call, object);
  if ('status' in found) return found;
  if (isUnchanged(call.request, lastChange(found.record))) return { status: 304 };
  return ok(represent(call, object, found.record));
}

/** Creates or changes the record; with `updateOnly=true` it creates none. */
export function upsertByExternalId(call: RestCall): RestAnswer {
  const { org, access, request } = call;
  const object = pathObject(call);
  const key = { field: pathParameter(request, 'field'), value: pathParameter(request, 'value') };
  if (queryParameter(request, 'updateOnly') === 'true' && matchesOf(call, object).length === 0) {
    throw notFound();
  }
  try {
    const { id, created } = org.dml.upsert(access, object, key, readBody(request, recordBody));
    return upserted(call, object, id, created);
  } catch (error) {
    if (!(error instanceof SeveralMatches)) throw error;
    return severalMatches(call, object, error.ids);
  }
}

export function deleteByExternalId(call: RestCall): RestAnswer {
  const object = pathObject(call);
  const found = oneMatch(call, object);
  if ('status' in found) return found;
  call.org.dml.delete(call.access, object, String(found.record.Id));
  return { status: 204 };
}

function upserted(call: RestCall, object: ObjectDefinition, id: string, created: boolean): RestAnswer {
  const hasBody = Number(call.version.slice(1)) >= firstVersionWithBody;
  if (!created && !hasBody) return { status: 204 };
  const headers = { Location: `/services/data/${call.version}/sobjects/${object.name}/${id}` };
  const body = { id, success: true, errors: [], ...(hasBody ? { created } : {}) };
  return created ? { status: 201, headers, body } : { status: 200, body };
}

function matchesOf(call: RestCall, object: ObjectDefinition): RecordValues[] {
  const [field, value] = [pathParameter(call.request, 'field'), pathParameter(call.request, 'value')];
  return call.org.dml.findByExternalId(call.access, object, field, value);
}

/** The record, or 300 where there are several. Throws NOT_FOUND. */
function oneMatch(call: RestCall, object: ObjectDefinition): { readonly record: RecordValues } | RestAnswer {
  const [record, ...others] = matchesOf(call, object);
  if (!record) throw notFound();
  if (others.length === 0) return { record };
  const ids = [record, ...others].map(({ Id }) => String(Id));
  return severalMatches(call, object, ids);
}

/** 300 with the addresses of all matches, as REST answers for an external id that is not unique. */
function severalMatches(call: RestCall, object: ObjectDefinition, ids: readonly string[]): RestAnswer {
  const body = ids.map((id) => `/services/data/${call.version}/sobjects/${object.name}/${id}`);
  return { status: 300, body };
}
