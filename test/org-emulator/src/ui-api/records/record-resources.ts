import { Router } from 'express';
import type { Org } from '../../org.ts';
import type { RecentItems } from '../../rest/recent-items.ts';
import {
  ok,
  pathParameter,
  queryParameter,
  resource,
  type RestAnswer,
  type RestCall
} from '../../rest/resource.ts';
import { isUnchanged } from '../../rest/sobjects/preconditions.ts';
import { lastChange } from '../../rest/sobjects/represent.ts';
import { okOrUnchanged } from '../answers.ts';
import { batchOf, hasErrors } from '../batch.ts';
import { readChildRecords } from './child-records.ts';
import { findRecord } from './find-record.ts';
import { readRecord, representRecord } from './read-record.ts';
import { createRecord, deleteRecord, updateRecord } from './write-record.ts';

/** `records`: read with chosen fields, one or several, with what belongs to them; create, change, delete. */
export function recordResources(org: Org, recent: RecentItems): Router {
  const router = Router({ mergeParams: true });
  router.post(
    '/',
    resource(org, (call) => createRecord(call, recent))
  );
  router.get('/batch/:ids', resource(org, readRecords));
  router.get(
    '/:id',
    resource(org, (call) => readOne(call, recent))
  );
  router.patch(
    '/:id',
    resource(org, (call) => updateRecord(call, recent))
  );
  router.delete('/:id', resource(org, deleteRecord));
  router.get('/:id/child-relationships/:relationship', resource(org, readChildRecords));
  return router;
}

function readOne(call: RestCall, recent: RecentItems): RestAnswer {
  const found = findRecord(call, pathParameter(call.request, 'id'));
  const changed = lastChange(found.record);
  if (isUnchanged(call.request, changed)) return { status: 304 };
  const answer = okOrUnchanged(call, representRecord(call, found));
  if (queryParameter(call.request, 'updateMru') === 'true') {
    recent.note(call.access.userId, String(found.record.Id));
  }
  return { ...answer, headers: { ...answer.headers, 'Last-Modified': changed.toUTCString() } };
}

function readRecords(call: RestCall): RestAnswer {
  const ids = pathParameter(call.request, 'ids').split(',');
  const results = batchOf(ids, (id) => readRecord(call, id));
  return ok({ hasErrors: hasErrors(results), results });
}
