import type { Socket } from 'node:net';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import type { Org } from '../org.ts';
import { serviceCalls } from './calls.ts';
import type { ServerIdentity } from './certificate/self-signed.ts';
import { EventCodecs } from './event-codecs.ts';
import { loadServiceDefinition } from './grpc-service.ts';

/** Speaks gRPC with TLS over connections that it is given. */
export interface GrpcEndpoint {
  readonly serve: (socket: Socket) => void;
  /** Ends all streams, and the connections once clients have heard of it, or after a moment. */
  readonly end: () => void;
  readonly destroy: () => void;
}

/** Above Salesforce's own limit of 4 MB, which is then answered in Salesforce's words. */
const largestMessage = 64 * 1024 * 1024;
const longestGoodbyeMs = 500;

/** Makes the endpoint of an org's Pub/Sub API. */
export function createGrpcEndpoint(org: Org, identity: ServerIdentity, keepAliveMs: number): GrpcEndpoint {
  const sockets = new Map<string, Socket>();
  const server = new Server({ 'grpc.max_receive_message_length': largestMessage });
  const cut = (peer: string) => sockets.get(peer)?.destroy();
  const openStreams = new Set<() => void>();
  const parts = { org, codecs: new EventCodecs(), keepAliveMs, cut, openStreams };
  server.addService(loadServiceDefinition(), serviceCalls(parts));
  const { privateKey, certificate } = identity;
  const pair = { private_key: Buffer.from(privateKey), cert_chain: Buffer.from(certificate) };
  const injector = server.createConnectionInjector(ServerCredentials.createSsl(null, [pair]));
  return {
    serve: (socket) => {
      const peer = `${socket.remoteAddress ?? ''}:${socket.remotePort ?? 0}`;
      sockets.set(peer, socket);
      socket.once('close', () => sockets.delete(peer));
      injector.injectConnection(socket);
    },
    end: () => {
      for (const end of openStreams) end();
      injector.drain(longestGoodbyeMs);
    },
    destroy: () => {
      injector.destroy();
      server.forceShutdown();
    }
  };
}
