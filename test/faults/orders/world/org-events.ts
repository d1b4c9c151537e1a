import { readFileSync } from 'node:fs';
import { pino } from 'pino';
import { connectSalesforce } from '../../../../callout-service/src/salesforce/connect-salesforce.ts';
import type { ReceivedEvent } from '../../../../callout-service/src/salesforce/port/salesforce-events.ts';
import { OWN_VERSION } from './org-client.ts';
import type { OrderWorld } from './order-world.ts';

/** Longer than the org takes between two signs of life. */
const PATIENCE_MS = 20_000;

/** Every event of a channel that the org still has, in their order: what each subscriber is told, and so the service. */
export async function readEvents(world: OrderWorld, channel: string): Promise<readonly ReceivedEvent[]> {
  const salesforce = connectTo(world);
  const found: ReceivedEvent[] = [];
  const { promise: end, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), PATIENCE_MS);
  try {
    salesforce.events.subscribe({
      channel,
      after: undefined,
      onEvents: (events) => {
        found.push(...events);
        // A sign of life without events: there are no more.
        if (events.length === 0) resolve(true);
        return Promise.resolve();
      },
      onGap: () => Promise.resolve()
    });
    if (!(await end)) throw new Error(`The events of ${channel} came to no end`);
    return found;
  } finally {
    clearTimeout(timer);
    await salesforce.close();
  }
}

/** The user of the service, so that a reader sees what the service may see. */
function connectTo(world: OrderWorld) {
  const environment = world.serviceEnvironment();
  return connectSalesforce({
    loginUrl: environment['SALESFORCE_LOGIN_URL'] ?? '',
    clientId: environment['SALESFORCE_CLIENT_ID'] ?? '',
    username: environment['SALESFORCE_USERNAME'] ?? '',
    privateKey: readFileSync(world.integrationKeyFile, 'utf8'),
    namespace: undefined,
    apiVersion: OWN_VERSION,
    pubSubEndpoint: environment['SALESFORCE_PUBSUB_ENDPOINT'] ?? '',
    pubSubCaFile: environment['SALESFORCE_PUBSUB_CA_FILE'],
    requestTimeoutMs: 10_000,
    maxParallel: 5,
    apiReservePercent: 0,
    silenceTimeoutMs: 30_000,
    catchUpMinutes: 10,
    statusMinutes: 1,
    reportDirectory: undefined,
    logger: pino({ level: 'silent' })
  });
}
