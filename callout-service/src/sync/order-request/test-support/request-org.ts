import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningOrg } from '@ledger-bridge/org-emulator';
import type { Connection } from '@jsforce/jsforce-node';
import { connect, control } from '../../../../../test/org-emulator/src/testing/test-org.ts';
import type { Alarm } from '../../../alerts/alert-notice.ts';
import { connectSalesforce } from '../../../salesforce/connect-salesforce.ts';
import type { Salesforce } from '../../../salesforce/port/salesforce.ts';
import { createSalesforceEvents } from '../../../salesforce/pub-sub/salesforce-events.ts';
import { createSession } from '../../../salesforce/session/session.ts';
import { configurationOf, startLocalOrg } from '../../../salesforce/test-support/local-org.ts';
import { openEmbeddedStore, type EmbeddedStore } from '../../../store/test-support/embedded-store.ts';
import { systemClock } from '../../../telemetry/clock.ts';
import { createLogger } from '../../../telemetry/logger.ts';
import { settingsOf } from '../../test-support/settings.ts';
import { startOrderRequests, type OrderRequestParts, type OrderRequests } from '../start-order-requests.ts';

const user = 'admin@ledger-bridge.example';

/** The org with the package's own metadata, and the way to it that the service takes, with short pauses. */
export interface RequestOrg {
  readonly org: RunningOrg;
  readonly salesforce: Pick<Salesforce, 'events' | 'records'>;
  readonly connection: Connection;
  close(): Promise<void>;
}

export async function startRequestOrg(): Promise<RequestOrg> {
  const packageDirectory = join(import.meta.dirname, '../../../../../force-app');
  const org = await startLocalOrg({ packageDirectory, pubSub: { keepAliveMs: 100 } });
  const directory = mkdtempSync(join(tmpdir(), 'ledger-bridge-requests-'));
  const pubSubCaFile = join(directory, 'ca.pem');
  writeFileSync(pubSubCaFile, org.pubSub.certificate);
  const configuration = configurationOf(org, { username: user, pubSubCaFile, silenceTimeoutMs: 2_000 });
  const whole = connectSalesforce({ ...configuration, logger });
  const session = createSession(configuration);
  const backoff = { baseMs: 5, ceilingMs: 50 };
  const events = createSalesforceEvents(session, { configuration, clock: systemClock, logger, backoff });
  return {
    org,
    salesforce: { events, records: whole.records },
    connection: await connect(org, user),
    async close() {
      await events.close();
      await whole.close();
      session.close();
      await org.close();
      rmSync(directory, { recursive: true });
    }
  };
}

const logger = createLogger({ level: 'silent', secrets: [] });

/** An instance of the service, as far as requests go, with a store of its own unless it is given one. */
export interface Instance {
  readonly requests: OrderRequests;
  readonly opened: EmbeddedStore;
  /** What people were told, as `raise event-gap`. */
  readonly told: string[];
  /** Jobs of lane `sales-order-out`, oldest first. */
  jobs(): Promise<{ readonly key: string | undefined; readonly payload: unknown }[]>;
}

export async function startInstance(
  { salesforce }: RequestOrg,
  changes: Partial<OrderRequestParts> & { readonly opened?: EmbeddedStore } = {}
): Promise<Instance> {
  const opened = changes.opened ?? (await openEmbeddedStore());
  const told: string[] = [];
  const requests = await startOrderRequests({
    salesforce,
    store: opened.store,
    settings: { current: () => Promise.resolve(settingsOf()), refresh: () => undefined },
    alarm: recordingAlarm(told),
    clock: systemClock,
    logger,
    catchUpMinutes: 10,
    lookEveryMs: 20,
    ...changes
  });
  return {
    requests,
    opened,
    told,
    async jobs() {
      const jobs = await opened.store.jobs.list({ lane: 'sales-order-out', limit: 500 });
      return jobs.map(({ key, payload }) => ({ key, payload }));
    }
  };
}

/** Notes what people would be told. */
export function recordingAlarm(told: string[]): Alarm {
  return {
    raise: (topic) => Promise.resolve(void told.push(`raise ${topic}`)),
    clear: (topic) => Promise.resolve(void told.push(`clear ${topic}`))
  };
}

/** Orders a fault of the org's streams. */
export async function streamFault(
  { org }: RequestOrg,
  match: string,
  effect: object,
  times?: number
): Promise<void> {
  const howOften = times === undefined ? {} : { times };
  await control(org, 'POST', '/faults', { point: 'stream', match, effect, ...howOften });
}
