import { createServer as createHttpServer } from 'node:http';
import { existsSync } from 'node:fs';
import { createControlServer } from './control/control-server.ts';
import { loadSnapshot, saveSnapshot } from './control/snapshot.ts';
import { close, listen } from './listen.ts';
import { createOrg } from './org.ts';
import type { OrgOptions } from './options.ts';
import { type PubSubServer, type PubSubSettings, startPubSub } from './pubsub/pubsub-server.ts';
import { createServer } from './server.ts';

export type { ExternalClientApp, OrgOptions } from './options.ts';
export { MetadataLoadError, type MetadataProblem } from './metadata/load-error.ts';

/** A local org that listens on 127.0.0.1. */
export interface RunningOrg {
  /** Base address of Salesforce's interfaces, without trailing slash. */
  readonly url: string;
  /** Base address of the control plane (clock, faults, reset, …), without trailing slash. */
  readonly controlUrl: string;
  /** The Pub/Sub API: where it is, and the certificate to trust. */
  readonly pubSub: Pick<PubSubServer, 'certificate' | 'endpoint'>;
  /** Stops listening and ends open connections. */
  readonly close: () => Promise<void>;
}

/** Options of `startOrg`. */
export interface StartOptions extends OrgOptions {
  /** Port; any free one when left out. */
  readonly port?: number | undefined;
  /** Port of the control plane; any free one when left out. */
  readonly controlPort?: number | undefined;
  /** Port of the Pub/Sub API; any free one when left out. */
  readonly pubSubPort?: number | undefined;
  /** File with the records to go on with, if it is there; they are saved to it at the end. */
  readonly snapshotFile?: string | undefined;
  readonly pubSub?: PubSubSettings | undefined;
}

/**
 * Loads a package into a local org and serves it. Rejects with MetadataLoadError, naming every file,
 * component and problem, or with an Error when seeds cannot be inserted or a port is taken.
 */
export async function startOrg(options: StartOptions): Promise<RunningOrg> {
  const { snapshotFile } = options;
  const org = createOrg(options);
  if (snapshotFile !== undefined && existsSync(snapshotFile)) loadSnapshot(org, snapshotFile);
  const server = createHttpServer(createServer(org));
  const url = await listen(server, options.port ?? 0);
  const control = createHttpServer(createControlServer({ org, instanceUrl: url }));
  const controlUrl = await listen(control, options.controlPort ?? 0);
  const pubSub = await startPubSub(org, options.pubSubPort ?? 0, options.pubSub);
  return {
    url,
    controlUrl,
    pubSub,
    close: async () => {
      org.close();
      if (snapshotFile !== undefined) saveSnapshot(org, snapshotFile);
      await Promise.all([close(server), close(control), pubSub.close()]);
    }
  };
}
