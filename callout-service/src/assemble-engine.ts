import type { SyncOperations } from './bind-operations.ts';
import type { JobHandler } from './jobs/handler.ts';
import { packagedMapping } from './mapping/defaults/packaged-mappings.ts';
import type { SubscriptionState } from './salesforce/port/salesforce-events.ts';
import { createChangeInterests } from './sync/change-events/change-interest.ts';
import { startChangeEvents } from './sync/change-events/start-change-events.ts';
import { createPageProcessor } from './sync/engine/page/process-page.ts';
import { createRecordInStep } from './sync/engine/record/record-in-step.ts';
import { startRunClock } from './sync/engine/run/start-run-clock.ts';
import { createSyncRunHandler } from './sync/engine/run/sync-run-handler.ts';
import { createObjectPairs, objectPair } from './sync/pairs/object-pairs.ts';
import type { PairName } from './sync/pairs/pair-names.ts';
import { inTurn } from './sync/runs/in-turn.ts';
import { createRunInquiry, createRunList, createSyncStop } from './sync/runs/look-at-runs.ts';
import { createSyncStart } from './sync/runs/start-syncs.ts';
import { createSyncObjects } from './sync/settings/sync-objects/create-sync-objects.ts';
import type { SyncGates } from './sync-gates.ts';
import type { SyncShared } from './assemble-sync.ts';

/** What keeps objects in step by their mappings. */
export interface Engine {
  readonly handlers: readonly JobHandler[];
  readonly operations: SyncOperations;
  /** Begins to listen for changes in Salesforce and to start runs by the clock. */
  start(): RunningEngine;
}

export interface RunningEngine {
  /** Of the streams of changes. */
  states(): readonly { readonly channel: string; readonly state: SubscriptionState }[];
  close(): Promise<void>;
}

type EngineShared = ReturnType<typeof shareParts>;

/** Puts the parts together that keep objects in step. */
export function assembleEngine(parts: SyncShared, gates: SyncGates): Engine {
  const shared = shareParts(parts);
  const { store, source, pairs, pairOf, clock } = shared;
  return {
    handlers: engineHandlers(shared, gates),
    operations: {
      start: createSyncStart({ store, source }),
      find: createRunInquiry({ store, pairOf }),
      list: createRunList({ store, pairOf, clock }),
      stop: createSyncStop({ store, pairOf })
    },
    start() {
      const changes = startChangeEvents({ ...shared, interests: createChangeInterests(source, pairs) });
      const runClock = startRunClock(shared);
      return {
        states: () => changes.states(),
        async close() {
          await Promise.all([changes.close(), runClock.stop()]);
        }
      };
    }
  };
}

function shareParts(shared: SyncShared) {
  const { configuration, salesforce, sage, settings, timeZone, clock } = shared;
  const { price, aging, availability } = configuration;
  const pairs = createObjectPairs({ price, aging, availability, timeZone, clock });
  return {
    ...shared,
    pairs,
    pairOf: (name: PairName) => objectPair(name, pairs),
    source: createSyncObjects({ ...shared, packagedMapping, companyCode: configuration.sage.companyCode }),
    bulk: salesforce.bulk,
    schema: salesforce.schema,
    catalogue: sage.catalogue,
    integration: settings
  };
}

function engineHandlers(shared: EngineShared, gates: SyncGates): readonly JobHandler[] {
  const { pairOf, sage, source } = shared;
  const { apiReservePercent } = shared.configuration.salesforce;
  const processPage = createPageProcessor(shared);
  const runs = createSyncRunHandler({ ...shared, processPage, apiReservePercent });
  const records = createRecordInStep({ ...shared, pairs: pairOf, settings: source });
  const writes = sage.writer === undefined ? gates.readsSage : gates.writesSage;
  return [gates.readsSage(inTurn(runs, shared)), writes(records)];
}
