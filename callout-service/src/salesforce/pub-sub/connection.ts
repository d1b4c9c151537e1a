import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { Client, credentials, Metadata, type ChannelCredentials } from '@grpc/grpc-js';
import type { SessionTicket } from '../session/session.ts';
import { FetchStream } from './fetch-stream.ts';
import { loadMethods, schemaInfoSchema, topicInfoSchema, type PubSubMethod } from './messages.ts';

export interface ConnectionOptions {
  /** Host and port. */
  readonly endpoint: string;
  /** PEM file of another authority to trust, beside those that Node.js trusts. */
  readonly caFile: string | undefined;
  /** For one call that is answered once. */
  readonly requestTimeoutMs: number;
}

/** One connection to the Pub/Sub API, over TLS. */
export interface PubSubConnection {
  /** Whether the user may subscribe to a topic. Rejects with the error of gRPC, as the next. */
  canSubscribe(topicName: string): Promise<boolean>;
  /** An Avro schema, as JSON text. */
  schemaJson(schemaId: string): Promise<string>;
  subscribe(): FetchStream;
  close(): void;
}

/** Opens connections, each of its own: a new stream never inherits what was wrong with the last one's. */
export function createConnector(options: ConnectionOptions): (ticket: SessionTicket) => PubSubConnection {
  const methods = loadMethods();
  const tls = credentialsOf(options.caFile);
  return (ticket) => {
    const client = new Client(options.endpoint, tls, channelOptions);
    const metadata = metadataOf(ticket);
    const ask = (method: PubSubMethod, request: object) =>
      callOnce(client, method, { request, metadata, timeoutMs: options.requestTimeoutMs });
    return {
      canSubscribe: async (topicName) =>
        topicInfoSchema.parse(await ask(methods.GetTopic, { topicName })).canSubscribe,
      schemaJson: async (schemaId) =>
        schemaInfoSchema.parse(await ask(methods.GetSchema, { schemaId })).schemaJson,
      subscribe: () => {
        const { path, requestSerialize, responseDeserialize } = methods.Subscribe;
        return new FetchStream(
          client.makeBidiStreamRequest(path, requestSerialize, responseDeserialize, metadata)
        );
      },
      close: () => client.close()
    };
  };
}

/**
 * A connection that nobody is at the other end of any more is found out by pings while a stream is open. The pause
 * between attempts is the subscription's affair, so channels share nothing.
 */
const channelOptions = {
  'grpc.keepalive_time_ms': 60_000,
  'grpc.keepalive_timeout_ms': 20_000,
  'grpc.use_local_subchannel_pool': 1,
  'grpc.enable_retries': 0
};

function credentialsOf(caFile: string | undefined): ChannelCredentials {
  if (caFile === undefined) return credentials.createSsl();
  return credentials.createSsl(Buffer.from([...rootCertificates, readFileSync(caFile, 'utf8')].join('\n')));
}

/** Source: Pub/Sub API Guide, Supported Authentication. */
function metadataOf({ accessToken, instanceUrl, organizationId }: SessionTicket): Metadata {
  const metadata = new Metadata();
  metadata.set('accesstoken', accessToken);
  metadata.set('instanceurl', instanceUrl);
  metadata.set('tenantid', organizationId);
  return metadata;
}

function callOnce(
  client: Client,
  { path, requestSerialize, responseDeserialize }: PubSubMethod,
  { request, metadata, timeoutMs }: { request: object; metadata: Metadata; timeoutMs: number }
): Promise<object | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<object | undefined>();
  client.makeUnaryRequest(
    path,
    requestSerialize,
    responseDeserialize,
    request,
    metadata,
    { deadline: Date.now() + timeoutMs },
    (error, response) => {
      if (error) reject(error);
      else resolve(response);
    }
  );
  return promise;
}
