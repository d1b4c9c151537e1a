import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { startChild, type Child, type ChildPlan, type ChildSurroundings } from './child.ts';
import { boiAccess } from '../../test/sage-company/src/index.ts';
import { previewCacheDirectory } from '../setup/builds.mjs';
import type { Progress } from '../setup/progress.mjs';
import { writeCurrentSeeds } from './seeds.ts';
import {
  SAGE_TIME_ZONE,
  serviceEnvironment,
  type OrgAccess,
  type ServiceSetUp
} from './service-environment.ts';
import { freePort } from '../net/free-port.ts';
import { createSigningKeys, type SigningKeyFiles } from './signing-keys.ts';
import { unlessStopped } from './stop-signal.ts';

/** Ports to listen on; 0 takes a free one. */
export interface StackPorts {
  readonly service: number;
  readonly org: number;
  readonly preview: number;
}

/** Where the stack keeps what it makes. */
export interface StackDirectories {
  /** The Sage company's files. */
  readonly sage: string;
  readonly keys: string;
  /** The service's last good answers. */
  readonly store: string;
  /** The demo's accounts, with dates that fit today; beside the keys when left out. */
  readonly seed?: string;
  /** The built preview. */
  readonly preview: string;
}

const sageReady = z.object({
  connectionString: z.string(),
  odbcIniFile: z.string(),
  databaseFile: z.string(),
  controlUrl: z.string()
});
const httpReady = z.object({ url: z.string() });
const orgReady = z.object({
  url: z.string(),
  controlUrl: z.string(),
  pubSub: z.object({ endpoint: z.string(), certificate: z.string() })
});

type SageReady = z.infer<typeof sageReady>;
type HttpReady = z.infer<typeof httpReady>;
type OrgReady = z.infer<typeof orgReady>;

/** A process that has said that it is ready. */
export interface Running<Ready> {
  readonly pid: number;
  readonly ready: Ready;
  /** See `Child.ended`. */
  readonly ended: Promise<string>;
}

/** The four processes of the demo, in the order in which they start. */
export interface Stack {
  readonly sage: Running<SageReady>;
  readonly org: Running<OrgReady>;
  readonly service: Running<HttpReady>;
  readonly preview: Running<HttpReady>;
}

/** All that a stack needs from whoever runs it. */
export interface StackSettings {
  readonly ports: StackPorts;
  /** Whether the preview compiles on request and replaces edited components in the open page. */
  readonly dev?: boolean;
  readonly directories: StackDirectories;
  readonly surroundings: ChildSurroundings;
  readonly progress: Progress;
  /** Aborted when the stack must go down before the work with it is done. */
  readonly stop: AbortSignal;
}

/**
 * Starts Sage company, local org, callout service and preview, each when the one it needs is ready, does `work` with them
 * and stops every process that was started, whatever happened, the last one first. Gives the exit code of the work; 0
 * when it was asked to stop while still starting or working.
 */
export async function withStack(
  settings: StackSettings,
  work: (stack: Stack) => Promise<number>
): Promise<number> {
  const children: Child<unknown>[] = [];
  try {
    return await startStack(settings, children).then(work);
  } catch (error) {
    if (settings.stop.aborted) return 0;
    throw error;
  } finally {
    for (const child of children.toReversed()) await child.stop();
  }
}

async function startStack(settings: StackSettings, children: Child<unknown>[]): Promise<Stack> {
  const { ports, directories } = settings;
  const start = async <Ready>(plan: ChildPlan<Ready>): Promise<Running<Ready>> => {
    settings.stop.throwIfAborted();
    const child = startChild(plan, settings.surroundings);
    children.push(child);
    const ready = await settings.progress.step(`start ${plan.name}`, () =>
      unlessStopped(child.ready, settings.stop)
    );
    return { pid: child.pid, ready, ended: child.ended };
  };
  const keys = createSigningKeys(directories.keys);
  const integration = createSigningKeys(directories.keys, INTEGRATION_CLIENT);
  const sage = await start(sagePlan(directories.sage));
  const seed = writeCurrentSeeds(directories.seed ?? join(directories.keys, 'seed'));
  // The org calls the service, and the service logs in to the org: one must be told where the other will be.
  const servicePort = ports.service === 0 ? await freePort() : ports.service;
  const org = await start(
    orgPlan({ port: ports.org, serviceUrl: `http://127.0.0.1:${servicePort}`, keys, integration, seed })
  );
  const service = await start(
    servicePlan({
      port: servicePort,
      publicKeyFile: keys.publicKeyFile,
      sage: sage.ready,
      boi: boiAccess(directories.sage),
      storeDirectory: directories.store,
      org: orgAccess(org.ready, integration, directories.keys)
    })
  );
  const preview = await start(previewPlan(settings, org.ready));
  return { sage, service, org, preview };
}

/** Consumer key of the external client app in the local org, and name of its key files. */
const INTEGRATION_CLIENT = 'ledger-bridge-service';

function orgAccess(
  { url, pubSub }: OrgReady,
  { privateKeyFile }: SigningKeyFiles,
  directory: string
): OrgAccess {
  const pubSubCaFile = join(directory, 'pub-sub.pem');
  writeFileSync(pubSubCaFile, pubSub.certificate, { mode: 0o600 });
  return { url, clientId: INTEGRATION_CLIENT, privateKeyFile, pubSubEndpoint: pubSub.endpoint, pubSubCaFile };
}

function sagePlan(directory: string): ChildPlan<SageReady> {
  return {
    name: 'sage',
    program: 'test/sage-company/src/main.ts',
    args: ['start', '--directory', directory, '--size', 'demo', '--seed', '1', '--today', sageToday()],
    env: { TZ: SAGE_TIME_ZONE },
    ready: sageReady
  };
}

/** The day at the Sage server, which near midnight is not that of UTC. */
function sageToday(): string {
  // The Swedish form of a date is YYYY-MM-DD.
  return new Date().toLocaleDateString('sv-SE', { timeZone: SAGE_TIME_ZONE });
}

function servicePlan(setUp: ServiceSetUp): ChildPlan<HttpReady> {
  return {
    name: 'service',
    program: 'callout-service/src/main.ts',
    args: [],
    env: serviceEnvironment(setUp),
    ready: httpReady
  };
}

interface OrgSetUp {
  readonly port: number;
  readonly serviceUrl: string;
  readonly keys: SigningKeyFiles;
  readonly integration: SigningKeyFiles;
  readonly seed: string;
}

function orgPlan({ port, serviceUrl, keys, integration, seed }: OrgSetUp): ChildPlan<OrgReady> {
  const roles = ['Reader', 'Writer', 'Admin'];
  return {
    name: 'org',
    program: 'test/org-emulator/src/main.ts',
    args: [
      ...['--port', String(port), '--package', 'force-app', '--seed', seed],
      ...['--certificate', `Sage_Callout_Signing=${keys.privateKeyFile}`],
      ...['--external-client-app', `${INTEGRATION_CLIENT}=${integration.publicKeyFile}`],
      ...roles.flatMap((role) => ['--named-credential', `Sage_Callout_${role}=${serviceUrl}`])
    ],
    env: {},
    ready: orgReady
  };
}

function previewPlan(settings: StackSettings, org: OrgReady): ChildPlan<HttpReady> {
  const { ports, directories, dev = false } = settings;
  return {
    name: 'preview',
    program: 'test/preview/src/main.ts',
    args: [
      ...['--org', org.url, '--org-control', org.controlUrl],
      ...['--port', String(ports.preview)],
      ...['--dist', directories.preview, '--cache', previewCacheDirectory],
      ...(dev ? ['--dev'] : [])
    ],
    env: {},
    ready: httpReady
  };
}
