import { sql, type Selectable } from 'kysely';
import { isoOf } from '../moment.ts';
import type { JobError, JobHistory } from '../port/job.ts';
import type { JobTable } from '../schema/job-tables.ts';
import type { StoreContext } from '../store-context.ts';
import { jobRecord } from './job-record.ts';

/** A job with its errors, and how many wait behind it. */
export async function findJob(context: StoreContext, id: number): Promise<JobHistory | undefined> {
  const row = await context.reader.selectFrom('job').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return undefined;
  const [errors, heldUp] = await Promise.all([errorsOf(context, id), heldUpBehind(context, row)]);
  return { ...jobRecord(row), errors, heldUp };
}

async function errorsOf({ reader }: StoreContext, id: number): Promise<readonly JobError[]> {
  const rows = await reader
    .selectFrom('job_error')
    .selectAll()
    .where('job_id', '=', id)
    .orderBy('id')
    .execute();
  return rows.map(({ at, attempt, kind, code, message }) => ({
    at: isoOf(at),
    attempt,
    kind,
    code,
    message
  }));
}

async function heldUpBehind({ reader }: StoreContext, row: Selectable<JobTable>): Promise<number> {
  if (row.key === null || row.state === 'done' || row.state === 'skipped') return 0;
  const { count } = await reader
    .selectFrom('job')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('lane', '=', row.lane)
    .where('key', '=', row.key)
    .where(sql<boolean>`state = 'waiting'`)
    .where('id', '>', row.id)
    .executeTakeFirstOrThrow();
  return count;
}
