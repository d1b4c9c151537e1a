import { randomBytes } from 'node:crypto';
import { Router } from 'express';
import { SalesforceError } from '../errors/salesforce-error.ts';
import type { Org } from '../org.ts';
import { malformedQuery } from '../soql/query-error.ts';
import { makeRecordId } from '../data/record-id.ts';
import { columnMetadata } from './query-columns.ts';
import { queryRecords } from './query-records.ts';
import { ok, pathParameter, queryParameter, resource, type RestAnswer, type RestCall } from './resource.ts';

/** Records of a page unless the client asks for 200 to 2,000 (REST, "Query Options Header"). */
const defaultBatchSize = 2000;
const mostOpenCursors = 50;

interface Cursor {
  readonly userId: string;
  readonly records: readonly Record<string, unknown>[];
}

/** `query` and `queryAll`, with their locators for more records. */
export function queryResources(org: Org): Router {
  const router = Router({ mergeParams: true });
  const cursors = new Map<string, Cursor>();
  for (const name of ['query', 'queryAll']) {
    const includeDeleted = name === 'queryAll';
    router.get(
      `/${name}`,
      resource(org, (call) => firstPage(call, cursors, includeDeleted))
    );
    router.get(
      `/${name}/:locator`,
      resource(org, (call) => nextPage(call, cursors))
    );
  }
  return router;
}

function firstPage(call: RestCall, cursors: Map<string, Cursor>, includeDeleted: boolean): RestAnswer {
  const explained = queryParameter(call.request, 'explain');
  if (explained !== undefined && !includeDeleted) return explain(call, explained);
  const soql = queryParameter(call.request, 'q');
  if (!soql) throw malformedQuery('unexpected token: <EOF>');
  const result = call.org.soql.run(soql, call.access, { includeDeleted });
  if (queryParameter(call.request, 'columns') === 'true')
    return ok({ columnMetadata: columnMetadata(result) });
  const records = queryRecords(call.version, result);
  if (records.length <= batchSize(call)) return ok({ totalSize: result.totalSize, done: true, records });
  const id = makeRecordId('01g', randomBytes(4).readUInt32BE()).slice(0, 18);
  if (cursors.size >= mostOpenCursors) cursors.delete([...cursors.keys()][0] ?? '');
  cursors.set(id, { userId: call.access.userId, records });
  return page(call, id, records, 0);
}

function nextPage(call: RestCall, cursors: ReadonlyMap<string, Cursor>): RestAnswer {
  const [id = '', from = ''] = pathParameter(call.request, 'locator').split('-');
  const cursor = cursors.get(id);
  if (cursor?.userId !== call.access.userId || !/^\d+$/.test(from)) {
    throw new SalesforceError(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
  }
  return page(call, id, cursor.records, Number(from));
}

function page(call: RestCall, id: string, records: Cursor['records'], from: number): RestAnswer {
  const until = from + batchSize(call);
  const done = until >= records.length;
  const nextRecordsUrl = `/services/data/${call.version}/query/${id}-${until}`;
  return ok({
    totalSize: records.length,
    done,
    ...(done ? {} : { nextRecordsUrl }),
    records: records.slice(from, until)
  });
}

function batchSize({ request }: RestCall): number {
  const asked = Number(
    /batchSize=(\d+)/.exec(request.get('Sforce-Query-Options') ?? '')?.[1] ?? defaultBatchSize
  );
  return Math.min(Math.max(asked, 200), defaultBatchSize);
}

/** What `explain` answers: which way leads to the records, with costs in proportion to a scan of the table. */
function explain({ org, access }: RestCall, soql: string): RestAnswer {
  const { object, indexedField, candidates, tableSize } = org.soql.explain(soql, access);
  const plan = {
    cardinality: candidates,
    fields: indexedField === undefined ? [] : [indexedField],
    leadingOperationType: indexedField === undefined ? 'TableScan' : 'Index',
    notes: [],
    relativeCost: tableSize === 0 ? 0 : candidates / tableSize,
    sobjectCardinality: tableSize,
    sobjectType: object.name
  };
  return ok({ plans: [plan], sourceQuery: soql });
}
