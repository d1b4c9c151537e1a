import type { JobHandler } from '../../jobs/handler.ts';
import type { Store } from '../../store/port/store.ts';
import type { Clock } from '../../telemetry/clock.ts';
import { syncRunSchema } from '../engine/payloads.ts';
import { lanes } from '../lanes.ts';
import type { ObjectPair } from '../pairs/object-pair.ts';
import type { PairName } from '../pairs/pair-names.ts';

const LOOK_AGAIN_MS = 2_000;

/**
 * Runs in the order of their dependencies: a slice whose pair depends on one that is being run looks again a little later, so
 * that records find those they belong to. A run that failed or waits for a person holds up nobody.
 */
export function inTurn(
  handler: JobHandler,
  parts: { readonly pairOf: (name: PairName) => ObjectPair; readonly store: Store; readonly clock: Clock }
): JobHandler {
  return {
    ...handler,
    async run(job, context) {
      const { data } = syncRunSchema.safeParse(job.payload);
      if (data === undefined || !(await isHeldUp(data.pair, parts))) return handler.run(job, context);
      const runAt = parts.clock().plus({ milliseconds: LOOK_AGAIN_MS }).toISO();
      return {
        async commit(within) {
          await within.jobs.enqueue({ lane: lanes.syncRun, key: data.pair, payload: job.payload, runAt });
        }
      };
    }
  };
}

async function isHeldUp(
  pair: PairName,
  { pairOf, store }: { readonly pairOf: (name: PairName) => ObjectPair; readonly store: Store }
): Promise<boolean> {
  for (const key of pairOf(pair).dependsOn) {
    const [underWay] = await store.jobs.list({
      lane: lanes.syncRun,
      key,
      states: ['waiting', 'ready', 'active'],
      limit: 1
    });
    if (underWay !== undefined) return true;
  }
  return false;
}
