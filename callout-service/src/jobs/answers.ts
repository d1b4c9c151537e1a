import { asLedgerBridgeError } from '../errors/as-ledger-bridge-error.ts';
import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import type { ClaimedJob, FailedJob, JobFailure, Lease } from '../store/port/job.ts';
import type { ClaimRequest } from '../store/port/jobs.ts';
import type { Store, StoreContent } from '../store/port/store.ts';
import { jitteredBackoff } from './backoff.ts';
import type { JobResult } from './handler.ts';
import type { HeldJob } from './held-job.ts';
import { pause } from './pause.ts';
import { isStoreTrouble, type StoreTrouble } from './store-trouble.ts';

const REPEAT = { baseMs: 100, ceilingMs: 5_000 };

export interface AnswerParts {
  readonly store: Store;
  readonly trouble: StoreTrouble;
  /** What a held job's place may claim next, in the transaction that acknowledges the job; undefined for nothing. */
  readonly nextOf: (held: HeldJob) => ClaimRequest | undefined;
  /** Aborted when the worker is gone: the store may be closed then. */
  readonly gone: AbortSignal;
}

/**
 * What became of an answer. `refused`: the lease no longer held. `left`: the store could not be reached while it held, so
 * that the lease runs out.
 */
export type Answered<T> =
  | { readonly outcome: 'accepted'; readonly answer: T | undefined }
  | { readonly outcome: 'refused' | 'left'; readonly because: unknown };

/** Takes over what was claimed for the place of a job; asked for at `since`, by `performance.now()`. */
export type TakeNext = (jobs: readonly ClaimedJob[], since: number) => void;

/** How a worker answers for its jobs. */
export interface Answers {
  /**
   * Acknowledges the job together with what its handler writes, and claims the next one for its place.
   * @throws what `commit` throws, unless the store is in trouble: that is tried again while the lease holds.
   */
  done(held: HeldJob, result: JobResult, takeNext: TakeNext): Promise<Answered<void>>;
  /** As `done`, for an attempt that failed. */
  failed(held: HeldJob, failure: JobFailure): Promise<Answered<FailedJob>>;
}

/** Makes the answers of one worker. */
export function createAnswers(parts: AnswerParts): Answers {
  const { store } = parts;
  return {
    done: (held, result, takeNext) => insist(held, () => acknowledge(held, result, takeNext, parts), parts),
    failed: (held, failure) => insist(held, () => store.jobs.fail(held.job.lease, failure), parts)
  };
}

async function acknowledge(
  held: HeldJob,
  result: JobResult,
  takeNext: TakeNext,
  { store, nextOf }: AnswerParts
): Promise<void> {
  const { lease } = held.job;
  const since = performance.now();
  const next = nextOf(held);
  if (result.commit === undefined) {
    if (next === undefined) return store.jobs.complete(lease);
    const { completed, claimed } = await store.jobs.completeAndClaim([lease], next);
    takeNext(claimed, since);
    if (completed.length === 0) throw refusedError(lease);
    return;
  }
  const claimed = await store.transaction(async (within) => {
    const jobs = await completeWithin(within, lease, next);
    await result.commit?.(within);
    return jobs;
  });
  takeNext(claimed, since);
}

/** A lease that no longer holds undoes all of the transaction. @throws LedgerBridgeError LB608. */
async function completeWithin(
  { jobs }: Pick<StoreContent, 'jobs'>,
  lease: Lease,
  next: ClaimRequest | undefined
): Promise<readonly ClaimedJob[]> {
  if (next === undefined) {
    await jobs.complete(lease);
    return [];
  }
  const { completed, claimed } = await jobs.completeAndClaim([lease], next);
  if (completed.length === 0) throw refusedError(lease);
  return claimed;
}

function refusedError({ jobId, fence }: Lease): LedgerBridgeError {
  return new LedgerBridgeError('LB608', {
    detail: `The lease of job ${jobId} (claim ${fence}) no longer holds.`
  });
}

/** Asks at least once, since the store alone decides who has the lease, and again while it holds. */
async function insist<T>(
  held: HeldJob,
  ask: () => Promise<T>,
  { trouble, gone }: AnswerParts
): Promise<Answered<T>> {
  let unsure = false;
  for (let tries = 0; !gone.aborted; tries += 1) {
    try {
      const answer = await ask();
      trouble.worked('answer');
      return { outcome: 'accepted', answer };
    } catch (error) {
      const { code } = asLedgerBridgeError(error);
      if (code === 'LB608') return outcomeOfRefusal(error, unsure && held.holds);
      if (!isStoreTrouble(error)) throw error;
      unsure ||= code === 'LB607';
      trouble.failed('answer', error);
      if (!held.holds) return { outcome: 'left', because: error };
    }
    await pause(jitteredBackoff(tries, REPEAT), gone);
  }
  return { outcome: 'left', because: gone.reason };
}

/** While the lease holds nobody else can have answered: what was not known is known now, it was committed. */
function outcomeOfRefusal<T>(refusal: unknown, wasCommitted: boolean): Answered<T> {
  return wasCommitted ? { outcome: 'accepted', answer: undefined } : { outcome: 'refused', because: refusal };
}
