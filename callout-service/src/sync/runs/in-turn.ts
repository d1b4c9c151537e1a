import type { JobHandler } from '../../jobs/handler.ts';
import type { Store, StoreContent } from '../../store/port/store.ts';
import type { Clock } from '../../telemetry/clock.ts';
import { syncRunSchema, type SyncRunJob } from '../engine/payloads.ts';
import { lanes } from '../lanes.ts';
import type { ObjectPair } from '../pairs/object-pair.ts';
import type { PairName } from '../pairs/pair-names.ts';

const LOOK_AGAIN_MS = 2_000;

export interface TurnParts {
  readonly pairOf: (name: PairName) => Pick<ObjectPair, 'dependsOn'>;
  readonly store: Pick<Store, 'jobs' | 'syncRuns'>;
  readonly clock: Clock;
}

/**
 * Runs in the order of their dependencies: a slice whose pair depends on one that is being run looks again a little later, so
 * that records find those they belong to. A run that has failed holds up nobody.
 */
export function inTurn(handler: JobHandler, parts: TurnParts): JobHandler {
  return {
    ...handler,
    async run(job, context) {
      const { data } = syncRunSchema.safeParse(job.payload);
      const waits = data !== undefined && job.key !== undefined && (await mustWait(data, parts));
      if (!waits) return handler.run(job, context);
      const runAt = parts.clock().toUTC().plus({ milliseconds: LOOK_AGAIN_MS }).toISO();
      return { commit: (within) => lookAgain(within, data, runAt) };
    }
  };
}

/** A run that waits shows that it lives, so that it does not count as interrupted. */
async function lookAgain(within: StoreContent, asked: SyncRunJob, runAt: string): Promise<void> {
  if (asked.runId !== undefined) await within.syncRuns.add(asked.runId, {});
  await within.jobs.enqueue({ lane: lanes.syncRun, key: asked.pair, payload: asked, runAt });
}

async function mustWait({ pair, runId }: SyncRunJob, { pairOf, store }: TurnParts): Promise<boolean> {
  const run = runId === undefined ? undefined : await store.syncRuns.find(runId);
  if (runId !== undefined && (run?.state !== 'running' || run.stopRequested)) return false;
  for (const key of pairOf(pair).dependsOn) {
    const underWay = { lane: lanes.syncRun, key, states: ['waiting', 'ready', 'active'], limit: 1 } as const;
    if ((await store.jobs.list(underWay)).length > 0) return true;
  }
  return false;
}
