import { Router } from 'express';
import { notFound } from '../../errors/salesforce-error.ts';
import type { Org } from '../../org.ts';
import type { RecentItems } from '../../rest/recent-items.ts';
import { ok, pathObject, pathParameter, type RestAnswer, type RestCall } from '../../rest/resource.ts';
import { eTagOf, okOrUnchanged } from '../answers.ts';
import { batchOf, hasErrors } from '../batch.ts';
import { type RecentCall, recentResource } from '../recent-call.ts';
import { listInfo } from './list-info.ts';
import { type ListQuery, queryOfBody, queryOfParameters } from './list-query.ts';
import { listRecords } from './list-records.ts';
import { listSummaries } from './list-summaries.ts';
import { isListViewId, type ListView, listViewOfId, listViewOfName, recentList } from './list-view.ts';

/**
 * `list-info`, `list-records`, and `list-ui` with both in one, of list views by name or id; `mru-list-…`, the same of
 * recently viewed records.
 */
export function listResources(org: Org, recent: RecentItems): Router {
  const router = Router({ mergeParams: true });
  const answer = recentResource(org, recent);
  router.get('/list-info/batch/:ids', answer(readListInfos));
  router.get('/list-info/:object/:listView', answer(readListInfo));
  router.get('/list-info/:listViewId', answer(infoOrSummaries));
  router.get(
    ['/list-records/:object/:listView', '/list-records/:listViewId'],
    answer((call) => readListRecords(call, queryOfParameters(call)))
  );
  router.post(
    '/list-records/:object/:listView',
    answer((call) => readListRecords(call, queryOfBody(call)))
  );
  router.get('/list-ui/:object/:listView', answer(readListUi));
  router.get('/list-ui/:listViewId', answer(uiOrSummaries));
  router.get(
    '/mru-list-info/:object',
    answer((call) => okOrUnchanged(call, listInfo(call, recentOf(call))))
  );
  router.get(
    '/mru-list-records/:object',
    answer(async (call) => ok(await listRecords(call, recentOf(call), queryOfParameters(call))))
  );
  router.get(
    '/mru-list-ui/:object',
    answer((call) => listUi(call, recentOf(call)))
  );
  return router;
}

function viewOf(call: RestCall): ListView {
  const id = pathParameter(call.request, 'listViewId');
  if (id !== '') return listViewOfId(call, id);
  return listViewOfName(call, pathObject(call), pathParameter(call.request, 'listView'));
}

function recentOf(call: RestCall): ListView {
  return recentList(pathObject(call));
}

function readListInfo(call: RecentCall): RestAnswer {
  return okOrUnchanged(call, listInfo(call, viewOf(call)));
}

/** One part of the path is a list view's id, or an object whose list views are asked for. */
function infoOrSummaries(call: RecentCall): RestAnswer {
  return isListViewId(pathParameter(call.request, 'listViewId'))
    ? readListInfo(call)
    : ok(listSummaries(call, pathParameter(call.request, 'listViewId'), 'list-info'));
}

function uiOrSummaries(call: RecentCall): Promise<RestAnswer> | RestAnswer {
  return isListViewId(pathParameter(call.request, 'listViewId'))
    ? readListUi(call)
    : ok(listSummaries(call, pathParameter(call.request, 'listViewId'), 'list-ui'));
}

function readListInfos(call: RecentCall): RestAnswer {
  const results = batchOf(pathParameter(call.request, 'ids').split(','), (id) => {
    if (!isListViewId(id)) throw notFound();
    return listInfo(call, listViewOfId(call, id));
  });
  return ok({ hasErrors: hasErrors(results), results });
}

async function readListRecords(call: RecentCall, query: ListQuery): Promise<RestAnswer> {
  return ok(await listRecords(call, viewOf(call), query));
}

function readListUi(call: RecentCall): Promise<RestAnswer> {
  return listUi(call, viewOf(call));
}

async function listUi(call: RecentCall, view: ListView): Promise<RestAnswer> {
  const info = listInfo(call, view);
  const records = await listRecords(call, view, queryOfParameters(call));
  return ok({ eTag: eTagOf([info.eTag, records.eTag]), info, records });
}
