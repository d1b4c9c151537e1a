import { createApp } from './api/app.ts';
import { startHttpServer } from './api/http-server.ts';
import { bindOperations } from './bind-operations.ts';
import type { Configuration } from './config/configuration.ts';
import type { LedgerBridgeError } from './errors/ledger-bridge-error.ts';
import { systemClock, type Clock } from './telemetry/clock.ts';
import { createClockWatch } from './inquiry/clock-watch.ts';
import { createReadiness } from './inquiry/readiness.ts';
import { createSageProbeCache } from './inquiry/sage-probe-cache.ts';
import type { Sage } from './sage/port/sage.ts';
import { SqliteLastAnswers } from './store/sqlite-last-answers.ts';
import type { Logger } from './telemetry/logger.ts';
import type { Metrics } from './telemetry/metrics.ts';
import { serviceVersion } from './version.ts';

/** What the service is put together from; Sage's adapter is made by the caller and closed by the service. */
export interface ServiceParts {
  readonly configuration: Configuration;
  readonly sage: Sage;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly clock?: Clock;
}

/** The running service. */
export interface Service {
  readonly url: string;
  /** Finishes running requests within the configured time, then closes Sage and the store. */
  stop(): Promise<void>;
}

/** Puts the parts together and starts to listen. */
export async function startService(parts: ServiceParts): Promise<Service> {
  const { configuration, sage, logger, metrics, clock = systemClock } = parts;
  const lastAnswers = openLastAnswers({ ...parts, clock });
  const probe = createSageProbeCache(sage.reader);
  const lastAnswersCount = () => lastAnswers.count();
  const clockWatch = createClockWatch(clock);
  const app = createApp({
    http: configuration.http,
    jwt: configuration.jwt,
    operations: bindOperations({
      configuration,
      sage,
      lastAnswers,
      clock,
      onStale: reportStale({ logger, metrics }),
      status: { probe, secondsAhead: () => clockWatch.secondsAhead(), version: serviceVersion }
    }),
    readiness: createReadiness({ probe, lastAnswersCount }),
    lastAnswersCount,
    onCaller: ({ issuedAt }) => clockWatch.tokenSeen(issuedAt),
    clock,
    logger,
    metrics
  });
  const server = await startHttpServer(app, configuration.http);
  return {
    url: server.url,
    async stop() {
      if (!(await server.stop())) logger.warn('running requests were cut off at HTTP_SHUTDOWN_TIMEOUT_MS');
      await sage.close();
      lastAnswers.close();
    }
  };
}

function openLastAnswers({ configuration, clock, logger }: Required<ServiceParts>): SqliteLastAnswers {
  const { store, sage } = configuration;
  return new SqliteLastAnswers({
    directory: store.directory,
    companyCode: sage.companyCode,
    maxRows: store.lastAnswersMaxRows,
    maxAgeHours: store.lastAnswersMaxAgeHours,
    clock,
    logger
  });
}

function reportStale({ logger, metrics }: Pick<ServiceParts, 'logger' | 'metrics'>) {
  return (reason: LedgerBridgeError): void => {
    metrics.staleAnswers.inc({ code: reason.code });
    // The request counts as answered, so this is the only line that says why Sage could not, in the driver's words.
    logger.warn({ code: reason.code, err: reason.cause }, 'a last good answer stands in for Sage');
  };
}
