import { describeSettings, loadConfiguration } from './config/configuration.ts';
import { secretsOfSalesforce } from './config/salesforce.ts';
import { secretsOfStore } from './config/store.ts';
import { LedgerBridgeError } from './errors/ledger-bridge-error.ts';
import { connectSage } from './sage/connect-sage.ts';
import { connectSalesforce } from './salesforce/connect-salesforce.ts';
import { dialectOf } from './sage/sql/sage-dialect.ts';
import { startService, type Service } from './service.ts';
import { createLogger, type Logger } from './telemetry/logger.ts';
import { createMetrics } from './telemetry/metrics.ts';
import { createBoiMetrics } from './telemetry/boi-metrics.ts';
import { createOdbcMetrics } from './telemetry/odbc-metrics.ts';
import { createEventStreamMetrics } from './telemetry/event-stream-metrics.ts';
import { createSalesforceMetrics } from './telemetry/salesforce-metrics.ts';
import { createUnreadableRecordsMetric } from './telemetry/unreadable-records.ts';
import { secretsOfConnectionString } from './telemetry/secret-scrubber.ts';
import { serviceVersion } from './version.ts';

try {
  await run();
} catch (error) {
  const reason = error instanceof LedgerBridgeError ? `${error.code} ${error.message}` : String(error);
  process.stderr.write(`The callout service could not start: ${reason}
`);
  process.exit(1);
}

async function run(): Promise<void> {
  const configuration = loadConfiguration(process.env);
  const secrets = [
    ...secretsOfConnectionString(configuration.sage.connectionString),
    ...(configuration.writing?.user ? [configuration.writing.user.password] : []),
    ...secretsOfStore(configuration.store),
    ...secretsOfSalesforce(configuration)
  ];
  const logger = createLogger({ level: configuration.log.level, secrets });
  const metrics = createMetrics();
  const countUnreadable = createUnreadableRecordsMetric(metrics.registry);
  const sage = connectSage({
    ...configuration,
    ...configuration.sage,
    dialect: dialectOf(configuration.sage),
    observer: createOdbcMetrics(metrics.registry),
    writingObserver: createBoiMetrics(metrics.registry),
    onUnreadable: countUnreadable,
    logger
  });
  const salesforce =
    configuration.salesforce &&
    connectSalesforce({
      ...configuration.salesforce,
      logger,
      observer: createSalesforceMetrics(metrics.registry),
      streamObserver: createEventStreamMetrics(metrics.registry)
    });
  const service = await startService({
    configuration,
    sage,
    ...(salesforce && { salesforce }),
    logger,
    metrics,
    // Like any failure that nobody caught: the service stops, and who supervises it starts it anew.
    onStoreLost: (fault) =>
      queueMicrotask(() => {
        throw fault;
      })
  });
  stopOnSignals(service, logger);
  logger.info(
    { url: service.url, version: serviceVersion, settings: describeSettings(process.env) },
    'ready'
  );
  process.send?.({ type: 'ready', url: service.url });
}

/** Signals stop the service in order; what nobody caught is logged and stops it too, since its state is unknown. */
function stopOnSignals(service: Service, logger: Logger): void {
  let stopping = false;
  async function stop(reason: string, exitCode: number): Promise<void> {
    if (stopping) return;
    stopping = true;
    logger.info({ reason }, 'stopping');
    try {
      await service.stop();
      logger.info('stopped');
      process.exit(exitCode);
    } catch (error) {
      logger.fatal({ err: error }, 'the service did not stop in order');
      process.exit(1);
    }
  }
  process.once('SIGTERM', () => void stop('SIGTERM', 0));
  process.once('SIGINT', () => void stop('SIGINT', 0));
  // Whoever forked this process is gone, so nobody is left to stop it.
  process.once('disconnect', () => void stop('disconnect', 0));
  process.on('uncaughtException', (error, origin) => {
    logger.fatal({ err: error, origin }, 'an error that nobody caught');
    void stop(origin, 1);
  });
}
