import { createServer, type Server, type Socket } from 'node:net';
import type { Org } from '../org.ts';
import { keptIdentity } from './certificate/kept-identity.ts';
import { selfSignedCertificate, type ServerIdentity } from './certificate/self-signed.ts';
import type { GrpcEndpoint } from './grpc-endpoint.ts';

/** A running Pub/Sub API. */
export interface PubSubServer {
  /** `host:port` for gRPC with TLS. */
  readonly endpoint: string;
  /** PEM of the certificate that clients must trust. */
  readonly certificate: string;
  readonly close: () => Promise<void>;
}

/** What can be set of the Pub/Sub API. */
export interface PubSubSettings {
  /** Longest time in which a subscription says nothing; Salesforce's 270 seconds unless given. */
  readonly keepAliveMs?: number | undefined;
  /** PEM file of certificate and key, made if it is missing; a new identity at each start unless given. */
  readonly identityFile?: string | undefined;
}

const keepAliveInSalesforce = 270_000;

/**
 * Serves the Pub/Sub API on 127.0.0.1, on any free port when 0. It listens at once; gRPC, which takes long to load, is
 * loaded by the first connection, so that an org whose Pub/Sub API nobody uses starts without it.
 */
export async function startPubSub(
  org: Org,
  port: number,
  { keepAliveMs = keepAliveInSalesforce, identityFile }: PubSubSettings = {}
): Promise<PubSubServer> {
  const identity = identityFile === undefined ? selfSignedCertificate() : keptIdentity(identityFile);
  const sockets = new Set<Socket>();
  let loading: Promise<GrpcEndpoint> | undefined;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    loading ??= loadEndpoint(org, identity, keepAliveMs);
    loading.then(({ serve }) => serve(socket)).catch((error: unknown) => socket.destroy(asError(error)));
  });
  const boundPort = await listen(server, port);
  return {
    endpoint: `localhost:${boundPort}`,
    certificate: identity.certificate,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      const grpc = await loading;
      if (grpc) grpc.end();
      else for (const socket of sockets) socket.destroy();
      await closed;
      grpc?.destroy();
    }
  };
}

async function loadEndpoint(org: Org, identity: ServerIdentity, keepAliveMs: number): Promise<GrpcEndpoint> {
  const { createGrpcEndpoint } = await import('./grpc-endpoint.ts');
  return createGrpcEndpoint(org, identity, keepAliveMs);
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
