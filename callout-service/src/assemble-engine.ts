import { createEngineOperations, type EngineOperations } from './engine-operations.ts';
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
import { createReportFiles } from './sage/visual-integrator/report-files.ts';
import { createReportOut } from './sync/report-out/report-out.ts';
import { scheduleReports } from './sync/report-out/schedule-reports.ts';
import { createWebhookHandlers } from './sync/webhooks/webhook-handlers.ts';
import { subscribeWebhooks } from './sync/webhooks/webhook-lanes.ts';
import { inTurn } from './sync/runs/in-turn.ts';
import { createSyncObjects } from './sync/settings/sync-objects/create-sync-objects.ts';
import type { SyncGates } from './sync-gates.ts';
import type { SyncShared } from './assemble-sync.ts';

/** What keeps objects in step by their mappings. */
export interface Engine {
  readonly handlers: readonly JobHandler[];
  readonly operations: EngineOperations;
  /** Begins to listen for changes in Salesforce and to start runs by the clock. */
  start(): Promise<RunningEngine>;
}

export interface RunningEngine {
  /** Of the streams of changes. */
  states(): readonly { readonly channel: string; readonly state: SubscriptionState }[];
  close(): Promise<void>;
}

export type EngineShared = ReturnType<typeof shareParts>;

/** Puts the parts together that keep objects in step. */
export function assembleEngine(parts: SyncShared, gates: SyncGates): Engine {
  const shared = shareParts(parts);
  const { source, pairs } = shared;
  return {
    handlers: engineHandlers(shared, gates),
    operations: createEngineOperations(shared),
    async start() {
      await subscribeWebhooks(shared.store, shared.configuration.webhooks);
      const changes = startChangeEvents({ ...shared, interests: createChangeInterests(source, pairs) });
      const runClock = startRunClock({ ...shared, duties: dutiesOf(shared) });
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
  const { credit, price, aging, availability } = configuration;
  const pairs = createObjectPairs({ credit, price, aging, availability, timeZone, clock });
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
  const { pairOf, sage, source, configuration, clock } = shared;
  const { apiReservePercent } = configuration.salesforce;
  const processPage = createPageProcessor(shared);
  const runs = createSyncRunHandler({ ...shared, processPage, apiReservePercent });
  const records = createRecordInStep({ ...shared, pairs: pairOf, settings: source });
  const writes = (handler: JobHandler) =>
    sage.writer === undefined ? gates.readsSage(handler) : gates.writesSage(handler);
  return [
    gates.readsSage(inTurn(runs, shared)),
    writes(records),
    ...createWebhookHandlers({ webhooks: configuration.webhooks, clock }),
    ...reportHandlers(shared, gates)
  ];
}

/** Where a directory is set for them, reports of Salesforce go to Sage's side. */
function reportHandlers({ configuration, ...shared }: EngineShared, gates: SyncGates): readonly JobHandler[] {
  const { reportDirectory } = configuration.salesforce;
  if (reportDirectory === undefined) return [];
  return [gates.needsSalesforce(createReportOut({ ...shared, files: createReportFiles(reportDirectory) }))];
}

function dutiesOf(shared: EngineShared): readonly (() => Promise<void>)[] {
  const { configuration } = shared;
  if (configuration.salesforce.reportDirectory === undefined) return [];
  return [() => scheduleReports({ ...shared, companyCode: configuration.sage.companyCode })];
}
