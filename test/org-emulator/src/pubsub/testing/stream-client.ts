import PubSubApiClient from 'salesforce-pubsub-api-client';
import { z } from 'zod';
import type { RunningOrg } from '../../index.ts';
import { privateKeyPem } from '../../testing/test-org.ts';

const headerSchema = z.looseObject({
  entityName: z.string(),
  recordIds: z.array(z.string()),
  changeType: z.string(),
  changedFields: z.array(z.string()),
  nulledFields: z.array(z.string())
});

const eventSchema = z.object({
  id: z.string(),
  schemaId: z.string(),
  replayId: z.number(),
  payload: z.looseObject({ ChangeEventHeader: headerSchema.optional() })
});

/** An event as the public client hands it over. */
export type ReceivedEvent = z.infer<typeof eventSchema>;

const errorSchema = z.looseObject({ code: z.number(), details: z.string(), metadata: z.unknown() });

/** What came through a subscription of the public client. */
export interface Received {
  readonly events: ReceivedEvent[];
  /** gRPC errors: status, text, and the code in the trailers. */
  readonly errors: { readonly code: number; readonly details: string; readonly errorCode: string }[];
  keepAlives: number;
  /** For each event, the milliseconds between it and what was heard before. */
  readonly silences: number[];
  lastEvents: number;
}

const quiet = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined
};

const clients: PubSubApiClient[] = [];

/**
 * Closes all clients, after the org has ended their streams: the public client does not cancel a stream when it closes, and
 * stops listening to its errors, so that an error after that would be nobody's.
 */
export function closeStreamClients(): void {
  for (const client of clients.splice(0)) client.close();
}

/** The unmodified public client, logged in by JWT. */
export async function streamClient(org: RunningOrg, username: string): Promise<PubSubApiClient> {
  const configuration = {
    authType: 'oauth-jwt-bearer',
    loginUrl: org.url,
    clientId: 'integration',
    username,
    privateKey: privateKeyPem,
    pubSubEndpoint: org.pubSub.endpoint,
    rejectUnauthorizedSsl: false
  } as const;
  const client = new PubSubApiClient(configuration, quiet);
  await client.connect();
  clients.push(client);
  return client;
}

/** A callback for the client's subscriptions, and what it collects. */
export function collector(): {
  readonly received: Received;
  readonly callback: (info: unknown, type: string, data?: unknown) => void;
} {
  const received: Received = { events: [], errors: [], keepAlives: 0, silences: [], lastEvents: 0 };
  let heardAt = performance.now();
  const callback = (_info: unknown, type: string, data?: unknown) => {
    // A copy, since the client's objects have methods of their schema.
    if (type === 'event') received.events.push(eventSchema.parse(structuredClone(data)));
    if (type === 'event') received.silences.push(performance.now() - heardAt);
    heardAt = performance.now();
    if (type === 'grpcKeepAlive') received.keepAlives += 1;
    if (type === 'lastEvent') received.lastEvents += 1;
    if (type === 'error') received.errors.push(readError(data));
  };
  return { received, callback };
}

function readError(data: unknown): Received['errors'][number] {
  const { code, details, metadata } = errorSchema.parse(data);
  return { code, details, errorCode: trailer(metadata, 'error-code') };
}

const metadataSchema = z.custom<{ get: (name: string) => unknown[] }>(
  (value) => typeof value === 'object' && value !== null && 'get' in value
);

/** A trailer of a gRPC error; empty when there is none. */
export function trailer(metadata: unknown, name: string): string {
  const parsed = metadataSchema.safeParse(metadata);
  const [value] = parsed.success ? parsed.data.get(name) : [];
  return typeof value === 'string' ? value : '';
}
