import type { StoreContent } from '../../../store/port/store.ts';
import { lanes } from '../../lanes.ts';
import type { SyncLog } from '../../write-back/payloads.ts';
import type { PairAtWork } from './pair-at-work.ts';

export interface LoggedRecord {
  readonly at: Pick<PairAtWork, 'pair'>;
  /** What brought it in step, once: a run or an attempt of a job, as `job-17-1`. */
  readonly name: string;
  readonly key: string | undefined;
  readonly salesforceId: string | undefined;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly story: readonly string[];
  readonly attempts?: number;
  readonly toSage?: boolean;
}

const LONGEST_RUN_KEY = 80;

/** Has a line written to the sync log about one record, for people who ask why it changed. */
export async function recordLog(within: Pick<StoreContent, 'jobs'>, logged: LoggedRecord): Promise<void> {
  const { at, name, key, salesforceId, story, startedAt, finishedAt, attempts = 1, toSage = false } = logged;
  const runKey = `${at.pair.name}/${name}/${salesforceId ?? key ?? ''}`.slice(-LONGEST_RUN_KEY);
  const payload: SyncLog = {
    runKey,
    objectPair: at.pair.name,
    direction: toSage ? 'To Sage' : 'To Salesforce',
    trigger: name.split('-')[0] ?? name,
    state: 'Succeeded',
    recordId: salesforceId ?? null,
    sageKey: key ?? null,
    action: 'bring in step',
    ...{ startedAt, finishedAt, attempts, story: [...story] },
    counts: { read: 1, created: 0, updated: 1, unchanged: 0, skipped: 0, failed: 0 }
  };
  await within.jobs.enqueue({ lane: lanes.syncLog, key: runKey, payload, idempotencyKey: runKey });
}
