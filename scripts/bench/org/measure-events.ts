import { Connection } from '@jsforce/jsforce-node';
import PubSubApiClient from 'salesforce-pubsub-api-client';
import { z } from 'zod';
import { administrator, type BenchmarkOrg } from './benchmark-org.ts';

/** How fast events went from the org to the public Pub/Sub client. */
export interface EventResult {
  readonly what: string;
  readonly events: number;
  readonly elapsedMs: number;
}

const EVENTS = 10_000;
const BATCH = 200;
const DEADLINE_MS = 120_000;
const told = z.object({ payload: z.looseObject({ Name: z.string().startsWith('Told') }) });
const quiet = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined
};

/** Change events of accounts created in collections of 200, from the first create to the last event decoded. */
export async function measureEvents(org: BenchmarkOrg): Promise<EventResult> {
  const client = new PubSubApiClient(
    {
      authType: 'oauth-jwt-bearer',
      loginUrl: org.url,
      clientId: 'bench',
      username: administrator,
      privateKey: org.privateKey,
      pubSubEndpoint: org.pubSub,
      rejectUnauthorizedSsl: false
    },
    quiet
  );
  await client.connect();
  try {
    const stream = countEvents(client);
    await untilOpen(org, stream);
    const begun = performance.now();
    await createAccounts(org);
    await stream.allArrived;
    return {
      what: 'change events, created to decoded',
      events: EVENTS,
      elapsedMs: performance.now() - begun
    };
  } finally {
    client.close();
  }
}

interface CountedStream {
  /** Resolves when all events of the measurement have come; rejects when the stream fails or they are late. */
  readonly allArrived: Promise<void>;
  readonly isOpen: () => boolean;
}

function countEvents(client: PubSubApiClient): CountedStream {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  let open = false;
  let arrived = 0;
  const deadline = setTimeout(() => reject(new Error(`only ${arrived} events came`)), DEADLINE_MS);
  client.subscribe('/data/AccountChangeEvent', (_subscription, type, data) => {
    if (type === 'error') reject(new Error(`the stream failed: ${JSON.stringify(data)}`));
    if (type !== 'event') return;
    open = true;
    if (told.safeParse(data).success) arrived += 1;
    if (arrived === EVENTS) resolve(undefined);
  });
  return { allArrived: promise.finally(() => clearTimeout(deadline)), isOpen: () => open };
}

/** A subscription is told what happens after it was opened, so accounts are created until the first is heard of. */
async function untilOpen({ url, token }: BenchmarkOrg, stream: CountedStream): Promise<void> {
  const connection = new Connection({ instanceUrl: url, accessToken: token, version: '66.0' });
  while (!stream.isOpen()) await connection.sobject('Account').create({ Name: 'Before' });
}

async function createAccounts({ url, token }: BenchmarkOrg): Promise<void> {
  const connection = new Connection({ instanceUrl: url, accessToken: token, version: '66.0' });
  for (let from = 0; from < EVENTS; from += BATCH) {
    // Different fields in each record, or the org would tell of several records in one event.
    const records = Array.from({ length: BATCH }, (_none, place) => ({ Name: `Told ${from + place}` }));
    await connection.sobject('Account').create(records);
  }
}
