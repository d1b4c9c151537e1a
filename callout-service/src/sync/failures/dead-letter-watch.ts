import { setTimeout as wait } from 'node:timers/promises';
import type { DigestingAlarm } from '../../alerts/create-alarm.ts';
import { asLedgerBridgeError } from '../../errors/as-ledger-bridge-error.ts';
import type { JobRecord, NewJob, JobHistory } from '../../store/port/job.ts';
import type { Store } from '../../store/port/store.ts';
import type { Logger } from '../../telemetry/logger.ts';
import { isBookkeeping } from './bookkeeping.ts';
import { deadLetterWords } from './dead-letter-words.ts';
import { openFailures } from './failure-links.ts';
import { failureJob, failureStateOf } from './failure-state.ts';

export interface DeadLetterWatchParts {
  readonly store: Store;
  readonly alarm: DigestingAlarm;
  readonly logger: Logger;
  /** Whether failure records can be written at all; without Salesforce there are alerts and the API. */
  readonly writesRecords: boolean;
  /** What else is to be done for a job that died, as showing it on the record. */
  readonly onDead: (job: JobHistory) => NewJob | undefined;
  readonly everyMs?: number;
}

/** Sees to it that no dead job goes unnoticed. */
export interface DeadLetterWatch {
  /** A job may have died, or been replayed or skipped: look now. */
  hint(): void;
  /** What a job observer passes on, so that a death is noticed at once. */
  readonly observer: {
    attemptEnded(ended: { readonly outcome: string }): void;
    reclaimed(reclaimed: { readonly dead: number }): void;
  };
  /** Looks once. */
  sweep(): Promise<void>;
  stop(): Promise<void>;
}

const EVERY_MS = 60_000;
const PAGE = 500;

/**
 * Starts to look: now, when a job died here, and every minute. Dead jobs stay in the store until a person decides, and
 * each look hands over what is missing under keys that count once, so that a process may end at any moment, and any number
 * of instances may look.
 */
export function startDeadLetterWatch(parts: DeadLetterWatchParts): DeadLetterWatch {
  const { everyMs = EVERY_MS, logger } = parts;
  const stopping = new AbortController();
  const known: Known = new Set();
  let rung = Promise.withResolvers<undefined>();

  async function lookAgainAndAgain(): Promise<void> {
    while (!stopping.signal.aborted) {
      rung = Promise.withResolvers();
      try {
        await sweep(parts, known);
      } catch (error) {
        logger.warn(
          { code: asLedgerBridgeError(error).code, err: error },
          'dead letters could not be looked at'
        );
      }
      const expired = wait(everyMs, undefined, { signal: stopping.signal, ref: false }).catch(
        () => undefined
      );
      await Promise.race([expired, rung.promise]);
    }
  }

  const hint = () => rung.resolve(undefined);
  const ended = lookAgainAndAgain();
  return {
    hint,
    observer: {
      attemptEnded({ outcome }) {
        if (outcome === 'dead') hint();
      },
      reclaimed({ dead }) {
        if (dead > 0) hint();
      }
    },
    sweep: () => sweep(parts, known),
    async stop() {
      stopping.abort();
      hint();
      await ended;
    }
  };
}

/** Deaths that this process has handed over, so that a look costs nothing for them. */
type Known = Set<string>;

async function sweep(parts: DeadLetterWatchParts, known: Known): Promise<void> {
  const all = await deadJobs(parts.store);
  const dead = all.filter(({ lane }) => !isBookkeeping(lane));
  const fresh = await handOver(dead, known, parts);
  await followUp(dead, parts);
  await tell(dead, fresh, parts);
  await tellOfMissingRecords(all, parts);
  await parts.alarm.digest();
}

async function deadJobs({ jobs }: Pick<Store, 'jobs'>): Promise<readonly JobRecord[]> {
  const found: JobRecord[] = [];
  for (let after = 0; ;) {
    const page = await jobs.list({ states: ['dead'], after, limit: PAGE });
    found.push(...page);
    after = page.at(-1)?.id ?? after;
    if (page.length < PAGE) return found;
  }
}

/** What each death brings with it, in one transaction; how many deaths were new to everybody. */
async function handOver(
  dead: readonly JobRecord[],
  known: Known,
  { store, onDead, writesRecords }: DeadLetterWatchParts
): Promise<number> {
  let fresh = 0;
  for (const { id, replays } of dead) {
    const death = `${id}/${replays}`;
    if (known.has(death)) continue;
    const job = await store.jobs.find(id);
    // It was replayed in between: then it is followed by its record, or dies anew.
    if (job?.state !== 'dead' || job.replays !== replays) continue;
    const more = onDead(job);
    const taken = await store.transaction(async (within) => {
      const { outcome } = await within.idempotencyKeys.take({
        scope: 'death',
        key: death,
        fingerprint: death
      });
      if (writesRecords) await within.jobs.enqueue(failureJob(id, replays, 'Open'));
      if (more !== undefined) await within.jobs.enqueue(more);
      return outcome;
    });
    if (taken === 'new') fresh += 1;
    known.add(death);
  }
  return fresh;
}

/** Failure records whose job was replayed, skipped or done since they were written. */
async function followUp(dead: readonly JobRecord[], { store }: DeadLetterWatchParts): Promise<void> {
  const still = new Set(dead.map(({ id, replays }) => `${id}/${replays}`));
  for await (const page of openFailures(store)) {
    for (const { jobId, replays, state } of page) {
      if (state === 'Open' && still.has(`${jobId}/${replays}`)) continue;
      const job = await store.jobs.find(jobId);
      const now = failureStateOf(job);
      if (now === state && job?.replays === replays) continue;
      await store.jobs.enqueue(failureJob(jobId, job?.replays ?? replays, now));
    }
  }
}

async function tell(
  dead: readonly JobRecord[],
  fresh: number,
  { alarm, store }: DeadLetterWatchParts
): Promise<void> {
  const isOpen = (await store.alerts.open()).some(({ topic }) => topic === 'dead-letters');
  if (dead.length === 0) {
    if (isOpen) await alarm.clear('dead-letters', 'Every dead job was replayed, skipped or done.');
    return;
  }
  if (fresh > 0 || !isOpen) await alarm.raise('dead-letters', deadLetterWords(dead));
}

/** Told apart, since these have no record in Salesforce. */
async function tellOfMissingRecords(
  all: readonly JobRecord[],
  { alarm, store }: DeadLetterWatchParts
): Promise<void> {
  const missing = all.filter(({ lane }) => isBookkeeping(lane));
  const isOpen = (await store.alerts.open()).some(({ topic }) => topic === 'failure-records-missing');
  if (missing.length > 0 && !isOpen) await alarm.raise('failure-records-missing', deadLetterWords(missing));
  if (missing.length === 0 && isOpen)
    await alarm.clear('failure-records-missing', 'What could not be written is written, or was skipped.');
}
