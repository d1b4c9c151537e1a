import type { SyncOperations } from './bind-operations.ts';
import type { JobHandler } from './jobs/handler.ts';
import { packagedMapping } from './mapping/defaults/packaged-mappings.ts';
import { createPageProcessor } from './sync/engine/page/process-page.ts';
import { createRecordInStep } from './sync/engine/record/record-in-step.ts';
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
}

/** Puts the parts together that keep objects in step. */
export function assembleEngine(shared: SyncShared, gates: SyncGates): Engine {
  const { store, records, clock } = shared;
  const pairs = createObjectPairs(readSettingsOf(shared));
  const pairOf = (name: PairName) => objectPair(name, pairs);
  const source = createSyncObjects({
    ...shared,
    packagedMapping,
    companyCode: shared.configuration.sage.companyCode
  });
  const parts = { ...engineParts(shared), records };
  const runs = createSyncRunHandler({
    ...shared,
    pairOf,
    source,
    processPage: createPageProcessor(parts),
    apiReservePercent: shared.configuration.salesforce.apiReservePercent
  });
  const writes = shared.sage.writer === undefined ? gates.readsSage : gates.writesSage;
  return {
    handlers: [
      gates.readsSage(inTurn(runs, { pairOf, store, clock })),
      writes(createRecordInStep({ ...parts, sage: shared.sage, pairs: pairOf, settings: source }))
    ],
    operations: {
      start: createSyncStart({ store, source }),
      find: createRunInquiry({ store, pairOf }),
      list: createRunList({ store, pairOf, clock }),
      stop: createSyncStop({ store, pairOf })
    }
  };
}

function readSettingsOf({ configuration, timeZone, clock }: SyncShared) {
  const { price, aging, availability } = configuration;
  return { price, aging, availability, timeZone, clock };
}

function engineParts({ store, salesforce, sage, settings, timeZone, clock, logger }: SyncShared) {
  const { bulk, schema } = salesforce;
  return { store, bulk, schema, catalogue: sage.catalogue, integration: settings, timeZone, clock, logger };
}
