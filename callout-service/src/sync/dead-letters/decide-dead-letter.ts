import type { JobRecord } from '../../store/port/job.ts';
import type { Store, StoreContent } from '../../store/port/store.ts';
import { isBookkeeping } from '../failures/bookkeeping.ts';
import { failureJob } from '../failures/failure-state.ts';
import type { DeadLetterDecision } from './dead-letter-schemas.ts';
import { keyOfContent, readEditedPayload } from './edited-payload.ts';
import { requireJob } from './get-dead-letter.ts';

export interface DecisionParts {
  readonly store: Pick<Store, 'jobs' | 'transaction'>;
  /** Whether failures stand in Salesforce as well. */
  readonly writesRecords: boolean;
}

/** Who decides: the subject of the token, and the person that it speaks for where one is given. */
export interface Decider {
  readonly subject: string;
  readonly operator?: string | undefined;
}

export interface ReplayDeadLetter {
  readonly jobId: number;
  /** JSON text of an edited content. */
  readonly payload?: string | undefined;
}

/** Makes what lets a dead job begin anew. Rejects with LB610, LB758. Asked twice, it happens once. */
export function createDeadLetterReplay({ store, writesRecords }: DecisionParts) {
  return async ({ jobId, payload }: ReplayDeadLetter, decider: Decider): Promise<DeadLetterDecision> => {
    const job = await requireJob(jobId, store);
    const edited = payload === undefined ? {} : { payload: readEditedPayload(payload, job) };
    const operator = operatorOf(decider);
    const key = job.key === undefined ? keyOfContent(job.lane, edited.payload) : undefined;
    const { outcome } = await store.transaction(async (within) => {
      const { jobs } = within;
      const replayed =
        key === undefined
          ? await jobs.replay(jobId, { operator, ...edited })
          : await replayWithKey(within, { job, key, operator, ...edited });
      if (replayed.outcome === 'replayed' && writesRecords && !isBookkeeping(job.lane)) {
        const told = key === undefined ? 'Replayed' : 'Skipped';
        await jobs.enqueue(failureJob(jobId, job.replays + (key === undefined ? 1 : 0), told));
      }
      return replayed;
    });
    return { jobId, outcome, state: (await requireJob(jobId, store)).state };
  };
}

interface KeyedContent {
  readonly job: JobRecord;
  readonly key: string;
  readonly payload?: unknown;
  readonly operator: string;
}

/**
 * An edited content that names what the job is about, which the first one did not: it becomes a job in the row of its key,
 * so that it runs beside no other of it, and the dead one is given up for that.
 */
async function replayWithKey(
  { jobs, audit }: StoreContent,
  { job: { id, lane }, key, payload, operator }: KeyedContent
): Promise<{ readonly outcome: 'replayed' | 'not-dead' }> {
  const reason = 'It was replayed with an edited content, as a job of its own.';
  const { outcome } = await jobs.skip(id, { operator, reason });
  if (outcome === 'not-dead') return { outcome };
  const { id: newJob } = await jobs.enqueue({ lane, key, payload, idempotencyKey: `edited:${id}` });
  const detail = { edited: true, newJob };
  await audit.record({ operator, action: 'replay', subject: `job ${id}`, detail });
  return { outcome: 'replayed' };
}

export interface SkipDeadLetter {
  readonly jobId: number;
  readonly reason: string;
}

/** Makes what gives a dead job up, so that what waits behind it goes on. Rejects with LB610. */
export function createDeadLetterSkip({ store, writesRecords }: DecisionParts) {
  return async ({ jobId, reason }: SkipDeadLetter, decider: Decider): Promise<DeadLetterDecision> => {
    const job = await requireJob(jobId, store);
    const { outcome } = await store.transaction(async ({ jobs }) => {
      const skipped = await jobs.skip(jobId, { operator: operatorOf(decider), reason });
      if (skipped.outcome === 'skipped' && writesRecords && !isBookkeeping(job.lane)) {
        await jobs.enqueue(failureJob(jobId, job.replays, 'Skipped'));
      }
      return skipped;
    });
    return { jobId, outcome, state: (await requireJob(jobId, store)).state };
  };
}

/** The audit names both: a page's credential speaks for everybody who may use the page. */
function operatorOf({ subject, operator }: Decider): string {
  return operator === undefined ? subject : `${operator} (${subject})`.slice(0, 255);
}
