import { Router } from 'express';
import { z } from 'zod';
import { SalesforceError } from '../../errors/salesforce-error.ts';
import type { Org } from '../../org.ts';
import type { RecentItems } from '../../rest/recent-items.ts';
import { ok, pathObject, pathParameter, readBody, type RestAnswer } from '../../rest/resource.ts';
import { okOrUnchanged, wholeParameter } from '../answers.ts';
import { batchOf, type BatchItem, refusedItem } from '../batch.ts';
import {
  listQueryInput,
  type ListQuery,
  queryOfBody,
  queryOfInput,
  queryOfParameters
} from '../lists/list-query.ts';
import { type RecentCall, recentResource } from '../recent-call.ts';
import { childRelationship } from '../records/child-records.ts';
import { findRecord } from '../records/find-record.ts';
import { relatedListInfo, relatedListSummaries } from './related-list.ts';
import { relatedListCount, relatedListRecords } from './related-list-records.ts';

const usualMaxCount = 10;
const batchInput = z.object({
  relatedListParameters: z.array(listQueryInput.extend({ relatedListId: z.string() }))
});

/** `related-list-info`, `related-list-records` and `related-list-count`, of one list or several. */
export function relatedListResources(org: Org, recent: RecentItems): Router {
  const router = Router({ mergeParams: true });
  const answer = recentResource(org, recent);
  const info = '/related-list-info';
  const records = '/related-list-records';
  const count = '/related-list-count';

  router.get(`${info}/batch/:object/:relatedListIds`, answer(readInfos));
  router.get(`${info}/:object/:relatedListId`, answer(readInfo));
  router.get(
    `${info}/:object`,
    answer((call) => okOrUnchanged(call, relatedListSummaries(call, pathObject(call))))
  );
  router.get(`${records}/batch/:recordId/:relatedListIds`, answer(readRecordsOfLists));
  router.post(`${records}/batch/:recordId`, answer(queryRecordsOfLists));
  router.get(
    `${records}/:recordId/:relatedListId`,
    answer((call) => readRecords(call, queryOfParameters(call)))
  );
  router.post(
    `${records}/:recordId/:relatedListId`,
    answer((call) => readRecords(call, queryOfBody(call)))
  );
  router.get(`${count}/batch/:recordId/:relatedListIds`, answer(readCounts));
  router.get(
    `${count}/:recordId/:relatedListId`,
    answer((call) => okOrUnchanged(call, countOf(call, pathParameter(call.request, 'relatedListId'))))
  );
  return router;
}

function readInfo(call: RecentCall): RestAnswer {
  const id = pathParameter(call.request, 'relatedListId');
  return okOrUnchanged(call, relatedListInfo(call, pathObject(call), id));
}

function readInfos(call: RecentCall): RestAnswer {
  const object = pathObject(call);
  return ok({ results: batchOf(listIds(call), (id) => relatedListInfo(call, object, id)) });
}

async function readRecords(call: RecentCall, query: ListQuery): Promise<RestAnswer> {
  return ok(await recordsOf(call, pathParameter(call.request, 'relatedListId'), query));
}

function recordsOf(call: RecentCall, relatedListId: string, query: ListQuery) {
  const parent = findRecord(call, pathParameter(call.request, 'recordId'));
  return relatedListRecords(call, parent, childRelationship(call, parent.object, relatedListId), query);
}

function readRecordsOfLists(call: RecentCall): Promise<RestAnswer> {
  const query = queryOfParameters(call);
  return answerAll(listIds(call).map((id) => () => recordsOf(call, id, query)));
}

function queryRecordsOfLists(call: RecentCall): Promise<RestAnswer> {
  const { relatedListParameters } = readBody(call.request, batchInput);
  return answerAll(
    relatedListParameters.map(
      ({ relatedListId, ...input }) =>
        () =>
          recordsOf(call, relatedListId, queryOfInput(input))
    )
  );
}

async function answerAll(works: readonly (() => Promise<unknown>)[]): Promise<RestAnswer> {
  return ok({ results: await Promise.all(works.map(answerOne)) });
}

async function answerOne(work: () => Promise<unknown>): Promise<BatchItem> {
  try {
    return { statusCode: 200, result: await work() };
  } catch (error) {
    if (!(error instanceof SalesforceError)) throw error;
    return refusedItem(error);
  }
}

function readCounts(call: RecentCall): RestAnswer {
  return ok({ results: batchOf(listIds(call), (id) => countOf(call, id)) });
}

function countOf(call: RecentCall, relatedListId: string) {
  const parent = findRecord(call, pathParameter(call.request, 'recordId'));
  const most = wholeParameter(call, 'maxCount', { otherwise: usualMaxCount, least: 1, most: 1999 });
  return relatedListCount(call, parent, childRelationship(call, parent.object, relatedListId), most);
}

function listIds(call: RecentCall): string[] {
  return pathParameter(call.request, 'relatedListIds').split(',');
}
