import { sql } from 'kysely';
import type { JobRecord, JobState } from '../port/job.ts';
import type { JobFilter } from '../port/jobs.ts';
import { pageSize, reading } from '../reading.ts';
import type { StoreContext } from '../store-context.ts';
import { isChosen } from './is-chosen.ts';
import { jobRecord } from './job-record.ts';

/** A page of jobs by their ids. */
export function listJobs(context: StoreContext, filter: JobFilter): Promise<readonly JobRecord[]> {
  const { states, errorCode, after = 0, limit } = filter;
  return reading(context, async (database) => {
    let query = database
      .selectFrom('job')
      .selectAll()
      .where('id', '>', after)
      .where(isChosen(filter))
      .orderBy('id')
      .limit(pageSize(limit));
    if (states !== undefined) query = query.where(isOneOf(states));
    if (errorCode !== undefined) query = query.where('last_error_code', '=', errorCode);
    return (await query.execute()).map(jobRecord);
  });
}

/** Written out, so that an index of one state is found. */
function isOneOf(states: readonly JobState[]) {
  const [first, ...others] = states.map((state) => sql.lit(state));
  if (first === undefined) return sql<boolean>`1 = 0`;
  if (others.length === 0) return sql<boolean>`state = ${first}`;
  return sql<boolean>`state in (${sql.join([first, ...others])})`;
}
