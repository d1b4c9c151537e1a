import type { NewJob } from '../../../store/port/job.ts';
import type { StoreContent } from '../../../store/port/store.ts';
import { lanes } from '../../lanes.ts';
import { recordKey, type RecordInStep } from '../payloads.ts';

export interface HandOver {
  readonly payload: RecordInStep;
  /** When the record was last changed, ISO 8601 in UTC; null where that is not known. */
  readonly changedAt?: string | null;
}

/**
 * Has a record brought in step by a job of its own. One that has not begun yet does for this change too, since it reads
 * both sides itself. A dead one begins anew when the record was changed after it had failed: the change may be the
 * correction; else it stays for a person to decide, and nothing piles up behind it.
 */
export async function handOver(
  within: Pick<StoreContent, 'jobs'>,
  { payload, changedAt = null }: HandOver
): Promise<void> {
  const key = recordKey(payload.pair, keysOf(payload));
  const states = ['waiting', 'ready', 'dead'] as const;
  const [first] = await within.jobs.list({ lane: lanes.recordInStep, key, states, limit: 1 });
  if (first === undefined) {
    const job: NewJob = { lane: lanes.recordInStep, key, payload };
    await within.jobs.enqueue(job);
  } else if (first.state === 'dead' && changedAt !== null && (await isLater(within, changedAt, first.id))) {
    await within.jobs.replay(first.id, { operator: 'a newer change of the record' });
  }
}

async function isLater(
  { jobs }: Pick<StoreContent, 'jobs'>,
  changedAt: string,
  id: number
): Promise<boolean> {
  const failedAt = (await jobs.find(id))?.errors.at(-1)?.at;
  return failedAt !== undefined && Date.parse(changedAt) > Date.parse(failedAt);
}

function keysOf({ salesforceId, sageKey }: RecordInStep): { salesforceId?: string; sageKey?: string } {
  return { ...(salesforceId !== undefined && { salesforceId }), ...(sageKey !== undefined && { sageKey }) };
}
