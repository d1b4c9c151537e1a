import type { Express } from 'express';
import { createApp } from './api/app.ts';
import { startHttpServer } from './api/http-server.ts';
import { bindOperations } from './bind-operations.ts';
import type { Configuration } from './config/configuration.ts';
import { storeOptionsOf } from './config/store-configuration.ts';
import type { LedgerBridgeError } from './errors/ledger-bridge-error.ts';
import { systemClock, type Clock } from './telemetry/clock.ts';
import { createClockWatch } from './inquiry/clock-watch.ts';
import { createReadiness } from './inquiry/readiness.ts';
import { createSageProbeCache } from './inquiry/sage-probe-cache.ts';
import { createStoreWatch, type StoreOutlook } from './inquiry/store-watch.ts';
import type { JobHandler } from './jobs/handler.ts';
import { startJobEngine, type JobEngine } from './jobs/job-engine.ts';
import type { JobObserver } from './jobs/job-observer.ts';
import { assembleSync, type Sync } from './assemble-sync.ts';
import type { Sage } from './sage/port/sage.ts';
import type { Salesforce } from './salesforce/port/salesforce.ts';
import { WriteBehindAnswers } from './store/answers/write-behind-answers.ts';
import { openStore } from './store/open-store.ts';
import type { LastAnswers } from './store/port/last-answers.ts';
import type { Store } from './store/port/store.ts';
import { putAlertFigures } from './telemetry/alert-metrics.ts';
import { createJobMetrics, putStoreFigures, type StoreFigures } from './telemetry/job-metrics.ts';
import type { Logger } from './telemetry/logger.ts';
import type { Metrics } from './telemetry/metrics.ts';
import { serviceVersion } from './version.ts';

/** What the service is put together from; both adapters are made by the caller and closed by the service. */
export interface ServiceParts {
  readonly configuration: Configuration;
  readonly sage: Sage;
  /** Without it the service answers inquiries and moves no records. */
  readonly salesforce?: Salesforce;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly clock?: Clock;
  /** Hears that the embedded store has ended: nothing works any more until the service is started anew. */
  readonly onStoreLost?: (fault: LedgerBridgeError) => void;
  /** What does the jobs of further lanes. */
  readonly handlers?: readonly JobHandler[];
}

type StartedParts = ServiceParts & Required<Pick<ServiceParts, 'clock' | 'handlers'>>;

/** The running service. */
export interface Service {
  readonly url: string;
  /** Finishes running requests and jobs within the configured times, then closes Sage and the store. */
  stop(): Promise<void>;
}

/**
 * Puts the parts together and starts to listen.
 * @throws LedgerBridgeError LB601, LB602, LB603, LB604, LB606, LB617 when the store cannot be opened.
 */
export async function startService(parts: ServiceParts): Promise<Service> {
  const store = await openServiceStore(parts);
  try {
    return await startOnStore({ clock: systemClock, handlers: [], ...parts }, store);
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Opens the store so that its troubles are heard of when they begin, and not only by who asks it next. */
function openServiceStore({ configuration, logger, onStoreLost }: ServiceParts): Promise<Store> {
  const options = storeOptionsOf(configuration, { use: 'exclusive' });
  if (options.database.engine === 'sqlite') {
    return openStore({
      ...options,
      database: { ...options.database, onLost: (fault) => onStoreLost?.(fault) }
    });
  }
  const observer = {
    connectionLost: (which: string, fault: LedgerBridgeError) =>
      logger.warn({ which, code: fault.code, err: fault.cause }, 'a connection to the store is lost'),
    reconnected: () => logger.info('the store is connected again')
  };
  return openStore({ ...options, database: { ...options.database, observer } });
}

async function startOnStore(parts: StartedParts, store: Store): Promise<Service> {
  const { configuration, sage, salesforce, logger } = parts;
  const lastAnswers = await openLastAnswers(parts, store);
  const sync = syncOf(parts, store);
  const working = { ...parts, handlers: [...parts.handlers, ...(sync?.handlers ?? [])] };
  const server = await startHttpServer(assembleApp(working, store, lastAnswers, sync), configuration.http);
  const jobs = startJobs(working, store, sync);
  await sync?.start();
  return {
    url: server.url,
    async stop() {
      await sync?.stop();
      // Both get their time at once: whoever stops the service waits for the longer of the two.
      const jobsStopped = jobs.stop();
      if (!(await server.stop())) logger.warn('running requests were cut off at HTTP_SHUTDOWN_TIMEOUT_MS');
      await jobsStopped;
      await Promise.all([sage.close(), salesforce?.close()]);
      await lastAnswers.close();
      await store.close();
    }
  };
}

function syncOf({ configuration, salesforce, ...parts }: StartedParts, store: Store): Sync | undefined {
  if (salesforce === undefined || configuration.salesforce === undefined) return undefined;
  return assembleSync({
    ...parts,
    store,
    salesforce,
    configuration: { ...configuration, salesforce: configuration.salesforce }
  });
}

function assembleApp(
  parts: StartedParts,
  store: Store,
  lastAnswers: LastAnswers,
  sync: Sync | undefined
): Express {
  const { configuration, sage, logger, metrics, clock } = parts;
  const probe = createSageProbeCache(sage.reader);
  const watch = createStoreWatch(store);
  const lastAnswersCount = () => lastAnswers.count();
  const clockWatch = createClockWatch(clock);
  putStoreFigures(metrics.registry, {
    lanes: parts.handlers.map(({ lane }) => lane),
    figures: async () => figuresOf(await watch.current())
  });
  if (sync !== undefined) {
    const openTopics = async () => (await sync.openAlerts()).map(({ topic }) => topic);
    putAlertFigures(metrics.registry, { gates: () => sync.gateStates(), openTopics });
  }
  return createApp({
    http: configuration.http,
    jwt: configuration.jwt,
    operations: bindOperations({
      configuration,
      sage,
      lastAnswers,
      clock,
      onStale: reportStale({ logger, metrics }),
      submitOrder: sync?.submitOrder,
      engine: sync?.engine,
      store,
      status: {
        probe,
        store: watch,
        secondsAhead: () => clockWatch.secondsAhead(),
        version: serviceVersion,
        salesforce: salesforceOutlook(parts, sync),
        sync: sync && { gates: () => sync.gateStates(), openAlerts: () => sync.openAlerts() }
      },
      activity: sync && {
        streams: () => sync.streams(),
        watch: () => sync.watch()
      }
    }),
    readiness: createReadiness({ probe, store: watch, lastAnswersCount }),
    lastAnswersCount,
    onCaller: ({ issuedAt }) => clockWatch.tokenSeen(issuedAt),
    clock,
    logger,
    metrics
  });
}

function salesforceOutlook({ configuration, salesforce }: StartedParts, sync: Sync | undefined) {
  if (salesforce === undefined || configuration.salesforce === undefined) return undefined;
  return {
    configuration: configuration.salesforce,
    state: () => salesforce.state(),
    orderRequests: () => sync?.streamState(),
    changeEvents: () => sync?.changeStreams() ?? []
  };
}

function startJobs(
  { configuration, handlers, logger, metrics }: StartedParts,
  store: Store,
  sync: Sync | undefined
): JobEngine {
  const counting = createJobMetrics(metrics.registry);
  const observer: JobObserver = {
    ...counting,
    attemptEnded(ended) {
      counting.attemptEnded(ended);
      sync?.observer.attemptEnded(ended);
    },
    reclaimed(reclaimed) {
      counting.reclaimed(reclaimed);
      sync?.observer.reclaimed(reclaimed);
    }
  };
  const { retention } = configuration.store;
  return startJobEngine({ ...configuration.jobs, store, handlers, retention, logger, observer });
}

function figuresOf(outlook: StoreOutlook): StoreFigures {
  if (outlook.state === 'unreachable') return undefined;
  return { sizeMegabytes: outlook.condition.sizeMegabytes, lanes: outlook.lanes };
}

function openLastAnswers(
  { configuration, clock, logger }: StartedParts,
  { answers }: Store
): Promise<LastAnswers> {
  const { lastAnswersMaxRows: maxRows, lastAnswersMaxAgeHours: maxAgeHours } = configuration.store;
  return WriteBehindAnswers.open({ answers, maxRows, maxAgeHours, clock, logger });
}

function reportStale({ logger, metrics }: Pick<ServiceParts, 'logger' | 'metrics'>) {
  return (reason: LedgerBridgeError): void => {
    metrics.staleAnswers.inc({ code: reason.code });
    // The request counts as answered, so this is the only line that says why Sage could not, in the driver's words.
    logger.warn({ code: reason.code, err: reason.cause }, 'a last good answer stands in for Sage');
  };
}
