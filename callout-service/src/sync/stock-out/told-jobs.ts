import type { JobContext } from '../../jobs/handler.ts';
import type { ClaimedJob } from '../../store/port/job.ts';

/** Jobs of one lane whose question an earlier job has answered already. */
export interface ToldJobs {
  /** Whether a job that this process did has read the stock of its item after this job was asked for. */
  isTold(job: ClaimedJob): boolean;
  /**
   * Remembers which jobs of the item are waiting; to be called before the item is read. What it gives is called when the
   * item was told to everyone.
   */
  begin(job: ClaimedJob, context: Pick<JobContext, 'store'>): Promise<() => void>;
}

/** More jobs of one item than this are answered by several readings. */
const MOST_WAITING = 500;

/**
 * Two thousand orders of the same ten items ask two thousand times for the same figures. Jobs of an item are done one
 * after the other, and each reads the stock as it is by then: it answers all that were waiting when it began. Ids of jobs
 * grow, so the highest of them says it all. It is kept in memory: after a restart a few are read once more, which does no
 * harm.
 */
export function createToldJobs(): ToldJobs {
  const toldUpTo = new Map<string, number>();
  return {
    isTold: ({ id, key }) => key !== undefined && id <= (toldUpTo.get(key) ?? 0),
    async begin({ id, lane, key }, { store }) {
      if (key === undefined) return () => undefined;
      const waiting = await store.jobs.list({ lane, key, states: ['waiting'], limit: MOST_WAITING });
      const last = waiting.at(-1)?.id ?? id;
      return () => void toldUpTo.set(key, Math.max(id, last));
    }
  };
}
