import { once } from 'node:events';
import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import type { Configuration } from '../config/configuration.ts';

/** The listening service. */
export interface HttpServer {
  readonly url: string;
  /**
   * Takes no more connections, lets running requests finish within `shutdownTimeoutMs`, then cuts what is left.
   * Resolves with whether every request could finish.
   */
  stop(): Promise<boolean>;
}

/** Starts to listen. Rejects when the port is taken or the address is not this machine's. */
export async function startHttpServer(app: Express, settings: Configuration['http']): Promise<HttpServer> {
  const server = createServer(app, settings);
  await listen(server, settings);
  const { port } = addressOf(server);
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  return {
    url: `${settings.tls === undefined ? 'http' : 'https'}://${host}:${port}`,
    stop: () => stop(server, settings.shutdownTimeoutMs)
  };
}

function createServer(app: Express, settings: Configuration['http']): Server {
  const options = {
    headersTimeout: settings.headersTimeoutMs,
    requestTimeout: settings.requestTimeoutMs,
    keepAliveTimeout: settings.keepAliveMs,
    // Node looks for slow connections only this often; its own 30 seconds would make short timeouts meaningless.
    connectionsCheckingInterval: Math.min(1_000, settings.headersTimeoutMs)
  };
  if (settings.tls === undefined) return createHttpServer(options, app);
  const { certificate, privateKey } = settings.tls;
  return createHttpsServer({ ...options, cert: certificate, key: privateKey, minVersion: 'TLSv1.2' }, app);
}

async function listen(server: Server, { host, port }: Configuration['http']): Promise<void> {
  server.listen(port, host);
  // Rejects with the error when the server says `error` first.
  await once(server, 'listening');
}

function addressOf(server: Server): AddressInfo {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('The server has no port');
  return address;
}

async function stop(server: Server, withinMs: number): Promise<boolean> {
  const { promise: closed, resolve } = Promise.withResolvers<boolean>();
  // A kept connection that serves a request now would otherwise stay open, idle, until its timeout.
  server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
  const timer = setTimeout(() => {
    server.closeAllConnections();
    resolve(false);
  }, withinMs);
  server.close(() => resolve(true));
  server.closeIdleConnections();
  // close() ends idle connections once; those that become idle later are ended here.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const finished = await closed;
  clearTimeout(timer);
  clearInterval(sweep);
  return finished;
}
