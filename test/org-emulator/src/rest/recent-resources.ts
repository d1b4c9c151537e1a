import { Router } from 'express';
import type { Org } from '../org.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { serve } from './http/allowed-methods.ts';
import type { RecentItems } from './recent-items.ts';
import { recordRepresentation } from './record-representation.ts';
import { ok, queryParameter, resource, type RestAnswer, type RestCall } from './resource.ts';

/** `recent`: records that the user saw or saved last through REST. `tabs`: those of the package's app. */
export function recentResources(org: Org, recent: RecentItems): Router {
  const router = Router({ mergeParams: true });
  serve(router, '/recent', { get: resource(org, (call) => listRecent(call, recent)) });
  return router;
}

function listRecent(call: RestCall, recent: RecentItems): RestAnswer {
  const limit = Number(queryParameter(call.request, 'limit') ?? 200);
  return ok(recentRecords(call, recent).slice(0, Number.isInteger(limit) && limit > 0 ? limit : 200));
}

/** Id and name of the user's recent records, of one object where it is given. */
export function recentRecords(
  { org, access, version }: RestCall,
  recent: RecentItems,
  only?: ObjectDefinition
) {
  return recent.of(access.userId).flatMap((id) => {
    const object = org.schema.objectOfId(id);
    if (!object || (only && object !== only)) return [];
    const record = org.database.table(object).get(id);
    if (!record || record.IsDeleted === true) return [];
    const fields = object.fields.filter(({ nameField, type }) => nameField || type === 'id');
    return [recordRepresentation(org.reader, version, object, record, fields)];
  });
}
