import { setImmediate } from 'node:timers/promises';
import type { UserAccess } from '../access/user-access.ts';
import type { Org } from '../org.ts';
import type { FieldValue } from '../schema/field.ts';
import type { QueryResult } from '../soql/query.ts';
import { bulkError } from './bulk-error.ts';
import type { QueryJob } from './bulk-job.ts';

/** Runs a query job: ends as JobComplete with its table, or as Failed. */
export async function runQuery(org: Org, access: UserAccess, job: QueryJob): Promise<void> {
  const startedAt = performance.now();
  org.bulkJobs.move(job, 'InProgress');
  await setImmediate();
  if (job.state !== 'InProgress') return; // aborted meanwhile
  try {
    const result = org.soql.run(job.query, access, { includeDeleted: job.operation === 'queryAll' });
    const columns = tableColumns(result);
    job.columns = columns.map(({ name }) => name);
    job.rows = result.records.map((record) => columns.map(({ valueOf }) => text(valueOf(record))));
    job.processedMs = Math.round(performance.now() - startedAt);
    const [fault] = org.faults.strike('bulk-job', `${job.operation} ${job.object}`, ['job-failed']);
    if (fault?.kind === 'job-failed') org.bulkJobs.move(job, 'Failed', fault.message);
    else org.bulkJobs.move(job, 'JobComplete');
  } catch (error) {
    org.bulkJobs.move(job, 'Failed', error instanceof Error ? error.message : String(error));
  }
}

/** Refuses what bulk queries leave out (Bulk API 2.0 Developer Guide, "SOQL Considerations"). Throws its errors. */
export function checkBulkQuery(org: Org, access: UserAccess, soql: string): QueryResult {
  if (/\boffset\s+\d+\s*$/i.test(soql)) throw notForBulk('OFFSET is not supported in Bulk Query');
  const result = org.soql.run(/\blimit\s+\d+\s*$/i.test(soql) ? soql : `${soql} LIMIT 0`, access);
  const refused = result.columns.find(({ kind }) => kind === 'children' || kind === 'typeof');
  if (result.groupColumns.length > 0) throw notForBulk('Aggregate Relationships not supported in Bulk Query');
  if (refused) throw notForBulk(`Nested queries and TYPEOF are not supported in Bulk Query`);
  return result;
}

function notForBulk(message: string): Error {
  return bulkError('FeatureNotEnabled', message);
}

type Records = QueryResult['records'];

function tableColumns({
  columns
}: QueryResult): { name: string; valueOf: (record: Records[number]) => FieldValue }[] {
  return columns.flatMap((column) => {
    if (column.kind === 'function') return [{ name: column.name, valueOf: column.expression.valueOf }];
    if (column.kind !== 'field') return [];
    const { steps, field, valueOf } = column.path;
    const names = [...steps.map(({ lookup }) => lookup.relationshipName ?? lookup.name), field.name];
    return [{ name: names.join('.'), valueOf }];
  });
}

function text(value: FieldValue): string {
  return value === null ? '' : String(value);
}
