import { sql, type Kysely, type Selectable } from 'kysely';
import { isoOf } from '../moment.ts';
import type { JobError, JobHistory } from '../port/job.ts';
import { reading } from '../reading.ts';
import type { JobTable } from '../schema/job-tables.ts';
import type { StoreDatabase } from '../schema/store-database.ts';
import type { StoreContext } from '../store-context.ts';
import { jobRecord } from './job-record.ts';

/** A job with its errors, and how many wait behind it. */
export function findJob(context: StoreContext, id: number): Promise<JobHistory | undefined> {
  return reading(context, async (database) => {
    const row = await database.selectFrom('job').selectAll().where('id', '=', id).executeTakeFirst();
    return row && historyOf(database, row);
  });
}

/** The job of a row, with its errors and how many wait behind it. */
export async function historyOf(
  database: Kysely<StoreDatabase>,
  row: Selectable<JobTable>
): Promise<JobHistory> {
  const errors = await errorsOf(database, row.id);
  return { ...jobRecord(row), errors, heldUp: await heldUpBehind(database, row) };
}

async function errorsOf(database: Kysely<StoreDatabase>, id: number): Promise<readonly JobError[]> {
  const rows = await database
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

async function heldUpBehind(database: Kysely<StoreDatabase>, row: Selectable<JobTable>): Promise<number> {
  if (row.key === null || row.state === 'done' || row.state === 'skipped') return 0;
  const { count } = await database
    .selectFrom('job')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('lane', '=', row.lane)
    .where('key', '=', row.key)
    .where(sql<boolean>`state = 'waiting'`)
    .where('id', '>', row.id)
    .executeTakeFirstOrThrow();
  return count;
}
