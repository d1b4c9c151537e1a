import { assembleEngine, type Engine, type RunningEngine } from './assemble-engine.ts';
import { alertLanes } from './alerts/alert-lanes.ts';
import { createAlarm, type DigestingAlarm } from './alerts/create-alarm.ts';
import type { EngineOperations } from './engine-operations.ts';
import type { Configuration } from './config/configuration.ts';
import type { SalesforceConfiguration } from './config/salesforce.ts';
import type { JobHandler } from './jobs/handler.ts';
import type { Sage } from './sage/port/sage.ts';
import type { Salesforce } from './salesforce/port/salesforce.ts';
import { watchActivity, type ActivityWatch } from './sync/activity/activity-watch.ts';
import type { StreamState } from './sync/activity/get-activity.ts';
import type { SubscriptionState } from './salesforce/port/salesforce-events.ts';
import type { SalesforceRecords } from './salesforce/port/salesforce-records.ts';
import type { Alert } from './store/port/alerts.ts';
import type { Store } from './store/port/store.ts';
import { startDeadLetterWatch, type DeadLetterWatch } from './sync/failures/dead-letter-watch.ts';
import { failedOrderWriteBack } from './sync/failures/failed-order.ts';
import {
  orderRequestChannel,
  startOrderRequests,
  type OrderRequests
} from './sync/order-request/start-order-requests.ts';
import { scheduleOrderStatus } from './sync/order-status/schedule.ts';
import { createOrderSubmission } from './sync/order-submission/submit-order.ts';
import { createIntegrationSettings } from './sync/settings/integration-settings-source.ts';
import type { IntegrationSettingsSource } from './sync/settings/integration-settings.ts';
import { subscribeStock } from './sync/stock-out/subscribe-stock.ts';
import { createSyncGates, type SyncGates } from './sync-gates.ts';
import { syncHandlers } from './sync-handlers.ts';
import type { Clock } from './telemetry/clock.ts';
import type { Logger } from './telemetry/logger.ts';

export interface SyncParts {
  readonly configuration: Configuration & { readonly salesforce: SalesforceConfiguration };
  readonly sage: Sage;
  readonly salesforce: Salesforce;
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What every part of it works with. */
export interface SyncShared extends SyncParts {
  readonly records: SalesforceRecords;
  readonly settings: IntegrationSettingsSource;
  readonly alarm: DigestingAlarm;
  readonly timeZone: string;
}

/** All that moves records between Sage and Salesforce. */
export interface Sync {
  /** What does its jobs; behind gates that hold them back while they could only fail. */
  readonly handlers: readonly JobHandler[];
  readonly submitOrder: ReturnType<typeof createOrderSubmission>;
  readonly engine: EngineOperations;
  /** Is told of ended attempts, so that a death is noticed at once. */
  readonly observer: DeadLetterWatch['observer'];
  readonly gateStates: SyncGates['states'];
  openAlerts(): Promise<readonly Alert[]>;
  /** Of the stream of events; undefined before the start. */
  streamState(): SubscriptionState | undefined;
  /** Of every stream of events; empty before the start. */
  streams(): readonly StreamState[];
  changeStreams(): readonly StreamState[];
  /** What was seen of both systems; undefined before the start. */
  watch(): ActivityWatch | undefined;
  /** Schedules what is done again and again, and begins to listen to Salesforce; to be called once jobs are worked. */
  start(): Promise<void>;
  /** Listens no more. Jobs that are under way go on. */
  stop(): Promise<void>;
}

/** Puts the parts together that move records. */
export function assembleSync(parts: SyncParts): Sync {
  const shared = shareParts(parts);
  const gates = createSyncGates(shared);
  const engine = assembleEngine(shared, gates);
  let running: Running | undefined;
  return {
    handlers: [...syncHandlers(shared, gates), ...engine.handlers],
    submitOrder: createOrderSubmission(shared),
    engine: engine.operations,
    observer: {
      attemptEnded: (ended) => running?.deadLetters.observer.attemptEnded(ended),
      reclaimed: (reclaimed) => running?.deadLetters.observer.reclaimed(reclaimed)
    },
    gateStates: () => gates.states(),
    openAlerts: () => parts.store.alerts.open(),
    streamState: () => running?.requests.state(),
    streams: () => (running === undefined ? [] : streamsOf(running)),
    changeStreams: () => running?.engine.states() ?? [],
    watch: () => running?.watch,
    async start() {
      running = await begin(shared, engine, gates);
    },
    async stop() {
      gates.close();
      const { engine: pairs, requests, deadLetters, watch } = running ?? {};
      await Promise.all([pairs?.close(), requests?.close(), deadLetters?.stop(), watch?.close()]);
    }
  };
}

function shareParts(parts: SyncParts): SyncShared {
  const { configuration, salesforce, store, clock, logger } = parts;
  const { records } = salesforce;
  const { companyCode, timeZone } = configuration.sage;
  const settings = createIntegrationSettings({ records, store, companyCode, clock, logger });
  const alarm = createAlarm({
    store,
    logger,
    companyCode,
    lanes: alertLanes({ mail: configuration.alerts.mail, salesforce }),
    digestMinutes: configuration.alerts.digestMinutes
  });
  return { ...parts, records, settings, alarm, timeZone };
}

interface Running {
  readonly engine: RunningEngine;
  readonly requests: OrderRequests;
  readonly deadLetters: DeadLetterWatch;
  readonly watch: ActivityWatch;
}

async function begin(shared: SyncShared, engine: Engine, gates: SyncGates): Promise<Running> {
  const { store, configuration, salesforce } = shared;
  const { catchUpMinutes, statusMinutes } = configuration.salesforce;
  // Logs in and learns the limits; what it meets shows in the state of the org.
  void salesforce.probe();
  await subscribeStock(store);
  await scheduleOrderStatus(store, statusMinutes);
  const deadLetters = startDeadLetterWatch({ ...shared, writesRecords: true, onDead: failedOrderWriteBack });
  const requests = await startOrderRequests({ ...shared, catchUpMinutes });
  const watch = watchActivity({ ...shared, gates: () => gates.states() });
  return { requests, deadLetters, watch, engine: await engine.start() };
}

function streamsOf({ requests, engine }: Running): readonly StreamState[] {
  return [{ channel: orderRequestChannel, state: requests.state() }, ...engine.states()];
}
