import { randomBytes } from 'node:crypto';
import { Router } from 'express';
import { SalesforceError } from '../errors/salesforce-error.ts';
import type { Org } from '../org.ts';
import { isNumeric } from '../schema/field.ts';
import type { FieldPath } from '../soql/field-path.ts';
import { malformedQuery } from '../soql/query-error.ts';
import { makeRecordId } from '../data/record-id.ts';
import { queryRecords } from './record-representation.ts';
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
  const soql = queryParameter(call.request, 'q');
  if (!soql) throw malformedQuery('unexpected token: <EOF>');
  const result = call.org.soql.run(soql, call.access, { includeDeleted });
  if (queryParameter(call.request, 'columns') === 'true') return ok(columnMetadata(result.paths));
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

/** Answer to `columns=true`, which the sf command line reads before it prints a table. */
function columnMetadata(paths: readonly FieldPath[]) {
  const columns = paths.map(({ steps, field }) => {
    const names = [...steps.map(({ lookup }) => lookup.relationshipName ?? lookup.name), field.name];
    return {
      aggregate: false,
      apexType: field.type,
      booleanType: field.type === 'boolean',
      columnName: names.join('.'),
      custom: field.custom,
      displayName: names.join('.'),
      foreignKeyName: field.type === 'reference' ? field.relationshipName : null,
      insertable: field.createable,
      joinColumns: [],
      numberType: isNumeric(field.type),
      textType: !isNumeric(field.type) && field.type !== 'boolean',
      updatable: field.updateable
    };
  });
  return { columnMetadata: columns };
}
