import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningOrg } from '@ledger-bridge/org-emulator';
import type { Connection } from '@jsforce/jsforce-node';
import { connect } from '../../../../../test/org-emulator/src/testing/test-org.ts';
import { connectSalesforce } from '../../../salesforce/connect-salesforce.ts';
import type { Salesforce } from '../../../salesforce/port/salesforce.ts';
import { createSalesforceEvents } from '../../../salesforce/pub-sub/salesforce-events.ts';
import { createSession } from '../../../salesforce/session/session.ts';
import { configurationOf, startLocalOrg } from '../../../salesforce/test-support/local-org.ts';
import { openEmbeddedStore, type EmbeddedStore } from '../../../store/test-support/embedded-store.ts';
import { systemClock } from '../../../telemetry/clock.ts';
import { createLogger } from '../../../telemetry/logger.ts';
import type { ChangeInterest } from '../change-interest.ts';
import { recordingAlarm } from '../../order-request/test-support/request-org.ts';
import { startChangeEvents, type ChangeEventParts, type ChangeEvents } from '../start-change-events.ts';

/** The org with the package's own metadata, as the integration user reaches it, and as an admin does. */
export interface ChangeOrg {
  readonly org: RunningOrg;
  readonly salesforce: Pick<Salesforce, 'events' | 'records' | 'state'>;
  readonly admin: Connection;
  close(): Promise<void>;
}

const logger = createLogger({ level: 'silent', secrets: [] });

export async function startChangeOrg(): Promise<ChangeOrg> {
  const packageDirectory = join(import.meta.dirname, '../../../../../force-app');
  const org = await startLocalOrg({ packageDirectory, pubSub: { keepAliveMs: 100 } });
  const directory = mkdtempSync(join(tmpdir(), 'ledger-bridge-changes-'));
  const pubSubCaFile = join(directory, 'ca.pem');
  writeFileSync(pubSubCaFile, org.pubSub.certificate);
  const username = 'integration@ledger-bridge.example';
  const configuration = configurationOf(org, { username, pubSubCaFile, silenceTimeoutMs: 2_000 });
  const whole = connectSalesforce({ ...configuration, logger });
  const session = createSession(configuration);
  const backoff = { baseMs: 5, ceilingMs: 50 };
  const events = createSalesforceEvents(session, { configuration, clock: systemClock, logger, backoff });
  return {
    org,
    salesforce: { events, records: whole.records, state: () => whole.state() },
    admin: await connect(org, 'admin@ledger-bridge.example'),
    async close() {
      await events.close();
      await whole.close();
      session.close();
      await org.close();
      rmSync(directory, { recursive: true });
    }
  };
}

/** Accounts as customers, of which Sage gets two fields. */
export const customers: ChangeInterest = {
  pair: 'Account-customer',
  entity: 'customer',
  salesforceObject: 'Account',
  fields: new Set(['Phone', 'BillingCity'])
};

/** An instance of the service, as far as changes go, with a store of its own unless it is given one. */
export interface Instance {
  readonly changes: ChangeEvents;
  readonly opened: EmbeddedStore;
  /** What people were told, as `raise change-streams-interrupted`. */
  readonly told: string[];
  /** Lines of the log. */
  readonly log: string[];
  /** Payloads of the jobs of lane `record-in-step`, oldest first. */
  jobs(): Promise<unknown[]>;
}

export async function startInstance(
  { salesforce }: ChangeOrg,
  changes: Partial<ChangeEventParts> & { readonly opened?: EmbeddedStore } = {}
): Promise<Instance> {
  const opened = changes.opened ?? (await openEmbeddedStore());
  const log: string[] = [];
  const told: string[] = [];
  const destination = { write: (line: string) => void log.push(line) };
  return {
    opened,
    told,
    log,
    changes: startChangeEvents({
      salesforce,
      store: opened.store,
      interests: () => Promise.resolve([customers]),
      alarm: recordingAlarm(told),
      clock: systemClock,
      logger: createLogger({ level: 'info', secrets: [], destination }),
      lookEveryMs: 20,
      ...changes
    }),
    async jobs() {
      const jobs = await opened.store.jobs.list({ lane: 'record-in-step', limit: 500 });
      return jobs.map(({ payload }) => payload);
    }
  };
}
