import type { JobHistory } from '../port/job.ts';
import type { JobsOfKeys } from '../port/jobs.ts';
import { pageSize, reading } from '../reading.ts';
import type { StoreContext } from '../store-context.ts';
import { historyOf } from './find-job.ts';

/** A page of the jobs of some keys, newest first, with their errors. */
export function jobsOfKeys(context: StoreContext, wanted: JobsOfKeys): Promise<readonly JobHistory[]> {
  const { keys, exceptLanes = [], before, limit } = wanted;
  if (keys.length === 0) return Promise.resolve([]);
  return reading(context, async (database) => {
    let query = database
      .selectFrom('job')
      .selectAll()
      .where('key', 'in', [...keys])
      .orderBy('id', 'desc')
      .limit(pageSize(limit));
    if (before !== undefined) query = query.where('id', '<', before);
    if (exceptLanes.length > 0) query = query.where('lane', 'not in', [...exceptLanes]);
    const rows = await query.execute();
    const found: JobHistory[] = [];
    for (const row of rows) found.push(await historyOf(database, row));
    return found;
  });
}
