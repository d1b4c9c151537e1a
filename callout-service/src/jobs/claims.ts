import type { ClaimedJob } from '../store/port/job.ts';
import type { Jobs } from '../store/port/jobs.ts';
import { jitteredBackoff } from './backoff.ts';
import type { Bell } from './bell.ts';
import { pause } from './pause.ts';
import type { StoreTrouble } from './store-trouble.ts';

const AFTER_TROUBLE = { baseMs: 250, ceilingMs: 10_000 };
/** Where jobs are said to be due but cannot be claimed (clocks that differ, rows that another worker holds). */
const SOONEST_MS = 25;

export interface ClaimParts {
  readonly jobs: Pick<Jobs, 'claim' | 'nextDueAt'>;
  readonly lane: string;
  readonly worker: string;
  readonly leaseMs: number;
  /** Time after which is looked without any hint. */
  readonly pollMs: number;
  readonly bell: Bell;
  readonly trouble: StoreTrouble;
  readonly stopping: AbortSignal;
  readonly freePlaces: () => number;
  /** Takes over claimed jobs; asked for at `since`, by `performance.now()`. */
  readonly onClaimed: (jobs: readonly ClaimedJob[], since: number) => Promise<void> | void;
}

export interface Claims {
  /** Resolves when stopping and nothing is being claimed any more. */
  readonly ended: Promise<void>;
  /**
   * A place is free again. Looks only where more may be due, or where a job comes again at a moment that is not known
   * yet: otherwise a hint, the clock or the poll tells.
   */
  placeFreed(laterDue: boolean): void;
}

/** Claims for free places, and in between waits for a hint, for the next job's moment, or for the poll. */
export function startClaims(parts: ClaimParts): Claims {
  const { jobs, lane, bell, trouble, stopping, freePlaces, pollMs } = parts;
  let mayBeMore = true;
  let emptyLooks = 0;

  /** How long nothing will be due, as far as can be known. */
  async function look(): Promise<number> {
    const free = freePlaces();
    if (free <= 0) return pollMs;
    bell.silence();
    const since = performance.now();
    const claimed = await jobs.claim({ lane, limit: free, worker: parts.worker, leaseMs: parts.leaseMs });
    mayBeMore = claimed.length >= free;
    emptyLooks = claimed.length > 0 ? 0 : emptyLooks + 1;
    await parts.onClaimed(claimed, since);
    if (mayBeMore) return freePlaces() > 0 ? 0 : pollMs;
    const due = await jobs.nextDueAt(lane);
    return due === undefined ? pollMs : waitUntil(Date.parse(due));
  }

  /** Each look that finds nothing makes the next wait at least twice as long, so that no clock can make it spin. */
  function waitUntil(due: number): number {
    const soonest = Math.min(pollMs, SOONEST_MS * 2 ** Math.min(emptyLooks, 10));
    // A millisecond more: timers may be early by a part of one.
    return Math.min(pollMs, Math.max(emptyLooks > 1 ? soonest : 1, due - Date.now() + 1));
  }

  async function claimUntilStopped(): Promise<void> {
    for (let failures = 0; !stopping.aborted;) {
      try {
        const wait = await look();
        trouble.worked('claim');
        failures = 0;
        await bell.wait(wait);
      } catch (error) {
        trouble.failed('claim', error);
        await pause(jitteredBackoff(failures, AFTER_TROUBLE), stopping);
        failures += 1;
      }
    }
  }

  return {
    ended: claimUntilStopped(),
    placeFreed: (laterDue) => {
      if (mayBeMore || laterDue) bell.ring();
    }
  };
}
