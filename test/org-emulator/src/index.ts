import { createServer as createHttpServer, type Server } from 'node:http';
import { createOrg } from './org.ts';
import type { OrgOptions } from './options.ts';
import { type PubSubServer, startPubSub } from './pubsub/pubsub-server.ts';
import { createServer } from './server.ts';

export type { ExternalClientApp, OrgOptions } from './options.ts';
export { MetadataLoadError, type MetadataProblem } from './metadata/load-error.ts';

/** A local org that listens on 127.0.0.1. */
export interface RunningOrg {
  /** Base address, without trailing slash. */
  readonly url: string;
  /** The Pub/Sub API: where it is, and the certificate to trust. */
  readonly pubSub: Pick<PubSubServer, 'certificate' | 'endpoint'>;
  /** Stops listening and ends open connections. */
  readonly close: () => Promise<void>;
}

/** Options of `startOrg`. */
export interface StartOptions extends OrgOptions {
  /** Port; any free one when left out. */
  readonly port?: number | undefined;
  /** Port of the Pub/Sub API; any free one when left out. */
  readonly pubSubPort?: number | undefined;
}

/**
 * Loads a package into a local org and serves it. Rejects with MetadataLoadError, naming every file,
 * component and problem, or with an Error when seeds cannot be inserted or the port is taken.
 */
export async function startOrg(options: StartOptions): Promise<RunningOrg> {
  const org = createOrg(options);
  const server = createHttpServer(createServer(org));
  await listen(server, options.port ?? 0);
  const pubSub = await startPubSub(org, options.pubSubPort ?? 0);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The local org has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    pubSub,
    close: async () => {
      org.close();
      await Promise.all([close(server), pubSub.close()]);
    }
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
