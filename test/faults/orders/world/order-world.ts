import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { freePort } from '../../../../scripts/net/free-port.ts';
import { SAGE_TIME_ZONE, serviceEnvironment } from '../../../../scripts/demo/service-environment.ts';
import { createSigningKeys, type SigningKeyFiles } from '../../../../scripts/demo/signing-keys.ts';
import { projectRoot } from '../../../../scripts/setup/paths.mjs';
import { boiAccess, connectControl, type SageControl } from '../../../sage-company/src/index.ts';
import {
  findPostgres,
  startPostgres,
  type PostgresServer
} from '../../../support/postgres/postgres-server.ts';
import { OrgClient } from './org-client.ts';
import { Part } from './part.ts';
import { quickSettings } from './quick-settings.ts';

const sageReady = z.object({
  connectionString: z.string(),
  odbcIniFile: z.string(),
  databaseFile: z.string(),
  controlUrl: z.string()
});
const orgReady = z.object({
  url: z.string(),
  controlUrl: z.string(),
  pubSub: z.object({ endpoint: z.string(), certificate: z.string() })
});
const serviceReady = z.object({ url: z.string() });

export interface WorldOptions {
  readonly engine: 'sqlite' | 'postgres';
  /** Copies of the service; more than one need PostgreSQL. */
  readonly instances: number;
  /** Of the Sage company; `demo` unless given. */
  readonly companySize?: 'demo' | 'mid';
  /** A directory on a disk of its own, where the store is to be. */
  readonly storeDisk?: string;
  /** Of the service, in place of the quick ones. */
  readonly settings?: Readonly<Record<string, string>>;
}

const CLIENT = 'ledger-bridge-service';

/** A Sage company, a local org and the service, each in a process of its own, with a store that outlives them. */
export class OrderWorld {
  readonly directory: string;
  readonly sage: Part<z.infer<typeof sageReady>>;
  readonly org: Part<z.infer<typeof orgReady>>;
  readonly services: readonly Part<z.infer<typeof serviceReady>>[];
  readonly postgres: PostgresServer | undefined;
  readonly client: OrgClient;
  /** With it an external credential of the org signs its tokens. */
  readonly signingKeyFile: string;
  /** As the service logs in to the org. */
  readonly integrationKeyFile: string;
  readonly #environments: readonly Readonly<Record<string, string>>[];

  private constructor(plan: WorldPlan) {
    const { directory, postgres, ports, keys, integration } = plan;
    const logs = join(directory, 'logs');
    this.directory = directory;
    this.postgres = postgres;
    this.signingKeyFile = keys.privateKeyFile;
    this.integrationKeyFile = integration.privateKeyFile;
    this.sage = new Part('sage', logs, () => sagePlan(directory, plan.companySize));
    this.org = new Part('org', logs, () => orgPlan(plan));
    this.client = new OrgClient(() => this.org.ready.controlUrl);
    this.#environments = ports.services.map((port) => ({
      ...serviceEnvironment({
        port,
        publicKeyFile: keys.publicKeyFile,
        // The company is made before the service; the names of its files are known.
        sage: { connectionString: '', odbcIniFile: '' },
        boi: boiAccess(join(directory, 'sage')),
        storeDirectory: join(plan.storeDisk ?? directory, 'store'),
        org: {
          url: `http://127.0.0.1:${ports.org}`,
          clientId: CLIENT,
          privateKeyFile: integration.privateKeyFile,
          pubSubEndpoint: `localhost:${ports.pubSub}`,
          pubSubCaFile: join(directory, 'pub-sub.pem')
        }
      }),
      ...quickSettings,
      ...plan.settings,
      ...(postgres && { STORE_POSTGRES_URL: postgres.url })
    }));
    this.services = this.#environments.map((_, index) => {
      const name = ports.services.length === 1 ? 'service' : `service-${index === 0 ? 'a' : 'b'}`;
      return new Part(name, logs, () => this.servicePlan(index));
    });
  }

  /** Starts everything but the service: whoever works with the world seeds it first. */
  static async start({
    engine,
    instances,
    storeDisk,
    settings = {},
    companySize = 'demo'
  }: WorldOptions): Promise<OrderWorld> {
    if (engine === 'sqlite' && instances > 1) throw new Error('Two instances need PostgreSQL');
    const directory = await mkdtemp(join(tmpdir(), 'ledger-bridge-orders-'));
    // PostgreSQL runs in an account of its own and must reach its data below.
    await chmod(directory, 0o755);
    const keys = join(directory, 'keys');
    const ports = {
      org: await freePort(),
      control: await freePort(),
      pubSub: await freePort(),
      services: await Promise.all(Array.from({ length: instances }, () => freePort()))
    };
    const world = new OrderWorld({
      directory,
      ports,
      keys: createSigningKeys(keys),
      integration: createSigningKeys(keys, CLIENT),
      postgres: engine === 'postgres' ? await startStoreServer(directory, storeDisk) : undefined,
      storeDisk,
      settings,
      companySize
    });
    try {
      await Promise.all([world.sage.start(), world.org.start()]);
      writeFileSync(join(directory, 'pub-sub.pem'), world.org.ready.pubSub.certificate);
      return world;
    } catch (error) {
      await world.close();
      throw error;
    }
  }

  get sageControl(): SageControl {
    return connectControl(this.sage.ready.controlUrl);
  }

  serviceEnvironment(index = 0): Readonly<Record<string, string>> {
    const { connectionString, odbcIniFile } = this.sage.ready;
    return {
      ...this.#environments[index],
      ODBCINI: odbcIniFile,
      SAGE_ODBC_CONNECTION_STRING: connectionString
    };
  }

  /** How one of the services is started. */
  servicePlan(index: number) {
    return {
      program: join(projectRoot, 'callout-service/src/main.ts'),
      args: [],
      env: this.serviceEnvironment(index),
      ready: serviceReady
    };
  }

  /** How a further service is started with the store and the settings of one that is there. */
  copyOf(index: number) {
    const plan = this.servicePlan(index);
    return { ...plan, env: { ...plan.env, HTTP_PORT: '0' } };
  }

  async startServices(): Promise<void> {
    await Promise.all(this.services.map((each) => each.start()));
  }

  /** Asks the services to stop, so that their store can be read. */
  async stopServices(): Promise<void> {
    await Promise.all(this.services.map((each) => each.stop()));
  }

  /** Everything that the service has written to its log. */
  serviceLog(): string {
    return this.services
      .flatMap(({ logFiles }) => logFiles)
      .map((file) => readFileSync(file, 'utf8'))
      .join('');
  }

  /** Stops everything; the files stay where somebody wants to look at them. */
  async close({ keep = false }: { readonly keep?: boolean } = {}): Promise<void> {
    for (const each of this.services) each.signal('SIGCONT');
    await this.stopServices();
    await this.org.stop();
    await this.sage.stop();
    await this.postgres?.close();
    if (!keep) await rm(this.directory, { recursive: true, force: true });
  }
}

interface WorldPlan {
  readonly directory: string;
  readonly ports: {
    readonly org: number;
    readonly control: number;
    readonly pubSub: number;
    readonly services: readonly number[];
  };
  readonly keys: SigningKeyFiles;
  readonly integration: SigningKeyFiles;
  readonly postgres: PostgresServer | undefined;
  readonly storeDisk: string | undefined;
  readonly settings: Readonly<Record<string, string>>;
  readonly companySize: 'demo' | 'mid';
}

async function startStoreServer(
  parentDirectory: string,
  storeDisk: string | undefined
): Promise<PostgresServer> {
  const programs = findPostgres();
  if (programs === undefined) throw new Error('This needs PostgreSQL: apt-get install postgresql');
  const server = await startPostgres(programs, { fsync: true, parentDirectory });
  if (storeDisk !== undefined) await moveTables(server, join(storeDisk, 'tables'));
  return server;
}

/** Tables that are made from now on are in that directory. */
async function moveTables(server: PostgresServer, directory: string): Promise<void> {
  mkdirSync(directory);
  execFileSync('chown', ['postgres', directory]);
  await server.execute(`create tablespace small location '${directory}'`);
  await server.execute('alter database postgres set default_tablespace = small');
}

function sagePlan(directory: string, size: 'demo' | 'mid') {
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: SAGE_TIME_ZONE });
  return {
    program: join(projectRoot, 'test/sage-company/src/main.ts'),
    args: ['start', '--directory', join(directory, 'sage'), '--size', size, '--seed', '1', '--today', today],
    env: { TZ: SAGE_TIME_ZONE },
    ready: sageReady
  };
}

function orgPlan({ directory, ports, keys, integration }: WorldPlan) {
  return {
    program: join(projectRoot, 'test/org-emulator/src/main.ts'),
    args: [
      ...['--port', String(ports.org), '--control-port', String(ports.control)],
      ...[
        '--pubsub-port',
        String(ports.pubSub),
        '--pubsub-identity',
        join(directory, 'pub-sub-identity.pem')
      ],
      ...['--pubsub-keep-alive', '2000', '--snapshot', join(directory, 'org.json')],
      // Thousands of orders under fire ask for more in an hour than an org of developers allows in a day.
      ...['--daily-api-requests', '10000000'],
      ...['--package', join(projectRoot, 'force-app')],
      ...['--certificate', `Sage_Callout_Signing=${keys.privateKeyFile}`],
      ...['--external-client-app', `${CLIENT}=${integration.publicKeyFile}`],
      ...['Reader', 'Writer', 'Admin'].flatMap((role) => [
        '--named-credential',
        `Sage_Callout_${role}=http://127.0.0.1:${ports.services[0] ?? 0}`
      ])
    ],
    env: {},
    ready: orgReady
  };
}
