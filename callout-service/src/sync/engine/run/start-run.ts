import { hostname } from 'node:os';
import { LedgerBridgeError } from '../../../errors/ledger-bridge-error.ts';
import type { JobRecord } from '../../../store/port/job.ts';
import type { Store, StoreContent } from '../../../store/port/store.ts';
import type { SyncRun } from '../../../store/port/sync-runs.ts';
import { lanes } from '../../lanes.ts';
import type { PairName } from '../../pairs/pair-names.ts';
import type { RunMode } from '../detection.ts';
import { watermarkOf } from '../detection/watermark.ts';
import { syncRunSchema } from '../payloads.ts';

export interface RunRequest {
  readonly pair: PairName;
  readonly mode: RunMode;
  /** `schedule`, `interval`, `operator`, `salesforce`, `mapping`. */
  readonly trigger: string;
  readonly requestedBy?: string;
}

export interface StartedRun {
  /** Id in the store's sync runs. */
  readonly runId: number;
  /** A run of the pair was under way: it is the answer, and none was started. */
  readonly alreadyRunning: boolean;
}

const ATTEMPTS = 3;

/** Starts a run of a pair, or gives the one that is under way; one at a time, however many ask. @throws LB60x. */
export async function startRun(store: Store, request: RunRequest): Promise<StartedRun> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOne(store, request);
    } catch (error) {
      // Somebody else has just started one: it is found now.
      const isBeaten = error instanceof LedgerBridgeError && error.code === 'LB612';
      if (!isBeaten || attempt === ATTEMPTS) throw error;
    }
  }
}

async function startOne(store: Store, request: RunRequest): Promise<StartedRun> {
  const { pair } = request;
  const place = `sync:${pair}:run`;
  const stands = (await store.cursors.find(place))?.value;
  const begun = await factsOf(store, pair);
  return store.transaction(async (within) => {
    const underWay = await runUnderWay(within, pair);
    if (underWay !== undefined) return { runId: underWay.id, alreadyRunning: true };
    const run = await beginRun(within, request, begun);
    await within.cursors.move(place, stands, String(run.id));
    await within.jobs.enqueue({ lane: lanes.syncRun, key: pair, payload: { ...request, runId: run.id } });
    return { runId: run.id, alreadyRunning: false };
  });
}

interface RunFacts {
  readonly watermarkBefore: string | null;
  readonly mappingVersion: number;
}

/** What holds for a run that begins now; version 0 is the mapping that comes with the package. */
export async function factsOf(
  store: Pick<Store, 'cursors' | 'mappingVersions'>,
  pair: PairName
): Promise<RunFacts> {
  const current = await store.mappingVersions.current(pair);
  return { watermarkBefore: await watermarkOf(store, pair), mappingVersion: current?.version ?? 0 };
}

export function beginRun(
  { syncRuns }: Pick<StoreContent, 'syncRuns'>,
  { pair, mode, trigger }: RunRequest,
  facts: RunFacts
): Promise<SyncRun> {
  const instance = `${hostname()}:${process.pid}`;
  return syncRuns.start({ object: pair, direction: 'to-salesforce', trigger, mode, instance, ...facts });
}

/**
 * The run of a pair that has a job. A dead job holds its pair up: it is given up, since cursors keep what it did; and a run
 * without a job has ended, whatever it says.
 */
async function runUnderWay(within: StoreContent, pair: PairName): Promise<SyncRun | undefined> {
  const [dead] = await within.jobs.list({ lane: lanes.syncRun, key: pair, states: ['dead'], limit: 1 });
  const reason = 'A new run was asked for.';
  if (dead !== undefined) await within.jobs.skip(dead.id, { operator: 'the service', reason });
  const [running] = await within.syncRuns.list({ object: pair, state: 'running', limit: 1 });
  if (running === undefined) return undefined;
  const jobs = await unfinishedJobs(within, pair);
  if (jobs.length > 0) return running;
  await within.syncRuns.finish(running.id, 'failed', { reason: 'Its job is gone.' });
  return undefined;
}

/** Jobs of a pair's runs that are waiting or being done. */
export function unfinishedJobs(
  { jobs }: Pick<StoreContent, 'jobs'>,
  pair: PairName
): Promise<readonly JobRecord[]> {
  return jobs.list({ lane: lanes.syncRun, key: pair, states: ['waiting', 'ready', 'active'], limit: 50 });
}

/** Id of the run that a job is a slice of; undefined before its first. */
export function runIdOf({ payload }: Pick<JobRecord, 'payload'>): number | undefined {
  return syncRunSchema.safeParse(payload).data?.runId;
}
