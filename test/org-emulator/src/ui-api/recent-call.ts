import type { RequestHandler } from 'express';
import type { Org } from '../org.ts';
import type { RecentItems } from '../rest/recent-items.ts';
import { resource, type RestAnswer, type RestCall } from '../rest/resource.ts';
import type { RecordValues } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';

/** A call that may ask which records the user saw last. */
export interface RecentCall extends RestCall {
  readonly recent: RecentItems;
}

/** Makes handlers of calls that may ask for recent records. */
export function recentResource(
  org: Org,
  recent: RecentItems
): (work: (call: RecentCall) => RestAnswer | Promise<RestAnswer>) => RequestHandler {
  return (work) => resource(org, (call) => work({ ...call, recent }));
}

/** The object's records that the user saw or saved last, newest first. */
export function recentRecordsOf(
  { org, access, recent }: RecentCall,
  object: ObjectDefinition
): RecordValues[] {
  return recent.of(access.userId).flatMap((id) => {
    const record = org.schema.objectOfId(id) === object ? org.database.table(object).get(id) : undefined;
    return record && record.IsDeleted !== true ? [record] : [];
  });
}
