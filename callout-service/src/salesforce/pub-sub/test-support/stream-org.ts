import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningOrg } from '@ledger-bridge/org-emulator';
import {
  admin,
  connect,
  control,
  privateKeyPem,
  startTestOrg
} from '../../../../../test/org-emulator/src/testing/test-org.ts';
import { systemClock } from '../../../telemetry/clock.ts';
import { createLogger } from '../../../telemetry/logger.ts';
import type { ReceivedEvent, Subscription, SubscriptionOptions } from '../../port/salesforce-events.ts';
import { createSession, type SalesforceSession } from '../../session/session.ts';
import type { EventStreamObserver } from '../event-stream-observer.ts';
import {
  createSalesforceEvents,
  type ClosableSalesforceEvents,
  type SalesforceEventsOptions
} from '../salesforce-events.ts';

export const alerts = '/event/Stock_Alert__e';

/** A local org whose events are subscribed to, with short times. */
export interface StreamOrg {
  readonly org: RunningOrg;
  readonly session: SalesforceSession;
  readonly events: ClosableSalesforceEvents;
  /** With which `events` were made. */
  readonly options: SalesforceEventsOptions;
  /** Lines of the log. */
  readonly log: string[];
  /** What the observer was told, as `interrupted LB711`. */
  readonly told: string[];
  /** Publishes alerts with these items, in one request. */
  publish(...items: readonly string[]): Promise<void>;
  /** Orders a fault of streams whose subject matches. */
  fault(match: string, effect: object, times?: number): Promise<void>;
  close(): Promise<void>;
}

/** Starts one; streams say that they are alive every 100 ms. */
export async function startStreamOrg(
  configuration: { readonly silenceTimeoutMs?: number } = {}
): Promise<StreamOrg> {
  const org = await startTestOrg({ pubSub: { keepAliveMs: 100 } });
  const directory = mkdtempSync(join(tmpdir(), 'ledger-bridge-events-'));
  const pubSubCaFile = join(directory, 'ca.pem');
  writeFileSync(pubSubCaFile, org.pubSub.certificate);
  const log: string[] = [];
  const told: string[] = [];
  const login = { loginUrl: org.url, clientId: 'integration', username: admin, privateKey: privateKeyPem };
  const session = createSession({ ...login, requestTimeoutMs: 5_000 });
  const options: SalesforceEventsOptions = {
    configuration: {
      namespace: undefined,
      pubSubCaFile,
      pubSubEndpoint: org.pubSub.endpoint,
      requestTimeoutMs: 5_000,
      silenceTimeoutMs: configuration.silenceTimeoutMs ?? 1_000
    },
    clock: systemClock,
    logger: createLogger({
      level: 'trace',
      secrets: [],
      destination: { write: (line: string) => void log.push(line) }
    }),
    observer: recordingObserver(told),
    backoff: { baseMs: 5, ceilingMs: 50 }
  };
  const events = createSalesforceEvents(session, options);
  const connection = await connect(org, admin);
  return {
    org,
    session,
    events,
    options,
    log,
    told,
    async publish(...items) {
      await connection.sobject('Stock_Alert__e').create(items.map((Item__c) => ({ Item__c })));
    },
    async fault(match, effect, times = 1) {
      await control(org, 'POST', '/faults', { point: 'stream', match, effect, times });
    },
    async close() {
      await events.close();
      session.close();
      await org.close();
      rmSync(directory, { recursive: true });
    }
  };
}

function recordingObserver(told: string[]): EventStreamObserver {
  return {
    opened: () => void told.push('opened'),
    interrupted: ({ code }) => void told.push(`interrupted ${code}`),
    gap: () => void told.push('gap')
  };
}

/** A subscription and what came through it. */
export interface Listener {
  readonly subscription: Subscription;
  readonly batches: (readonly ReceivedEvent[])[];
  readonly places: string[];
  readonly gaps: string[];
  items(): unknown[];
}

/** Subscribes to the alerts, and collects what comes. */
export function listen(
  events: ClosableSalesforceEvents,
  options: Partial<SubscriptionOptions> = {}
): Listener {
  const batches: (readonly ReceivedEvent[])[] = [];
  const places: string[] = [];
  const gaps: string[] = [];
  const subscription = events.subscribe({
    channel: alerts,
    after: undefined,
    onEvents: (received, place) => {
      if (received.length > 0) batches.push(received);
      places.push(place);
      return Promise.resolve();
    },
    onGap: ({ code }) => {
      gaps.push(code);
      return Promise.resolve();
    },
    ...options
  });
  return {
    subscription,
    batches,
    places,
    gaps,
    items: () => batches.flat().map(({ fields }) => fields['Item__c'])
  };
}
