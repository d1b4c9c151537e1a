import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Configuration } from '../src/config/configuration.ts';
import { problemSchema, type Problem } from '../src/errors/problem.ts';
import type { SageReader } from '../src/sage/port/sage-reader.ts';
import type { Sage } from '../src/sage/port/sage.ts';
import { startService } from '../src/service.ts';
import { systemClock, type Clock } from '../src/telemetry/clock.ts';
import { createLogger } from '../src/telemetry/logger.ts';
import { createMetrics } from '../src/telemetry/metrics.ts';
import { createFakeSage } from './fake-sage.ts';
import { sageWithReaderOnly } from './fake-sage-parts.ts';
import { parseObject } from './json.ts';
import { createTokenSigner, type TokenSigner } from './token-signer.ts';

interface TestServiceOptions {
  /** A reader alone, or a whole Sage. */
  readonly sage?: SageReader | Sage;
  readonly http?: Partial<Configuration['http']>;
  readonly clock?: Clock;
  /** What the status says of writing; the writer itself comes with Sage. Default: the service reads only. */
  readonly writing?: Configuration['writing'];
  /** Kept when given, so that a second service can find what the first one stored. */
  readonly storeDirectory?: string;
}

/** A service on a free port with a store of its own, and what a test asks it with. */
export interface TestService {
  readonly url: string;
  readonly signer: TokenSigner;
  /** Every line the service logged. */
  readonly log: Record<string, unknown>[];
  /** Asks with a good reader token, unless the headers say otherwise. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  stop(): Promise<void>;
}

/** Starts the whole service, with Sage in memory unless another is given. */
export async function startTestService(options: TestServiceOptions = {}): Promise<TestService> {
  const signer = createTokenSigner();
  const directory = options.storeDirectory ?? (await mkdtemp(join(tmpdir(), 'ledger-bridge-store-')));
  const log: Record<string, unknown>[] = [];
  const destination = { write: (line: string) => void log.push(parseObject(line)) };
  const removeDirectory = async (): Promise<void> => {
    if (options.storeDirectory === undefined) await rm(directory, { recursive: true });
  };
  const starting = startService({
    configuration: { ...testConfiguration(signer, directory, options.http), writing: options.writing },
    sage: wholeSage(options.sage ?? createFakeSage()),
    logger: createLogger({ level: 'debug', secrets: [], destination }),
    metrics: createMetrics(),
    clock: options.clock ?? systemClock
  });
  const service = await starting.catch(async (error: unknown) => {
    await removeDirectory();
    throw error;
  });
  return {
    url: service.url,
    signer,
    log,
    ask(path, init = {}) {
      const headers = new Headers(init.headers);
      if (!headers.has('Authorization')) headers.set('Authorization', `Bearer ${signer.sign()}`);
      return fetch(service.url + path, { ...init, headers });
    },
    async stop() {
      await service.stop();
      await removeDirectory();
    }
  };
}

function wholeSage(sage: SageReader | Sage): Sage {
  return 'reader' in sage ? sage : sageWithReaderOnly(sage);
}

/** The problem that an answer holds, in whichever media type. */
export async function problemOf(response: Response): Promise<Problem> {
  return problemSchema.parse(JSON.parse(await response.text()));
}

function testConfiguration(
  signer: TokenSigner,
  directory: string,
  http: Partial<Configuration['http']> = {}
): Configuration {
  return {
    http: {
      host: '127.0.0.1',
      port: 0,
      bodyLimitBytes: 10_240,
      headersTimeoutMs: 10_000,
      requestTimeoutMs: 10_000,
      keepAliveMs: 5_000,
      rateLimitPerMinute: 100_000,
      shutdownTimeoutMs: 5_000,
      tls: undefined,
      ...http
    },
    jwt: {
      audience: 'sage-callout-service',
      issuers: ['ledger-bridge'],
      keys: [signer.key],
      maxLifetimeSeconds: 300,
      clockToleranceSeconds: 5
    },
    sage: {
      connectionString: 'DSN=SOTAMAS90;UID=reader|ABC;PWD=secret-of-the-test;Company=ABC',
      companyCode: 'ABC',
      edition: 'advanced',
      timeZone: 'America/Los_Angeles',
      currency: 'USD',
      poolSize: 2,
      connectTimeoutMs: 1_000,
      queryTimeoutMs: 1_000,
      acquireTimeoutMs: 1_000,
      cancelGraceMs: 1_000
    },
    credit: { includeOpenOrders: true, zeroLimitMeans: 'none', reaction: 'warn' },
    availability: { includePurchaseOrders: false, includeWorkOrders: false },
    price: { costBasis: 'standard', unitPriceDecimals: 2 },
    aging: { basis: 'invoice-date', bucketDays: [30, 60, 90, 120] },
    wholeUnits: ['EACH'],
    writing: undefined,
    salesforce: undefined,
    alerts: { mail: undefined, digestMinutes: 60 },
    webhooks: [],
    ...testStoreConfiguration(directory),
    log: { level: 'debug' }
  };
}

function testStoreConfiguration(directory: string): Pick<Configuration, 'store' | 'jobs'> {
  return {
    store: {
      companyCode: 'ABC',
      database: { engine: 'sqlite', file: join(directory, 'store-ABC.sqlite'), busyTimeoutMs: 1_000 },
      retention: {
        doneDays: 7,
        failureDays: 90,
        idempotencyKeyDays: 180,
        runDays: 90,
        auditDays: 730,
        changeDays: 30,
        maxMegabytes: 256
      },
      lastAnswersMaxRows: 100,
      lastAnswersMaxAgeHours: 168
    },
    jobs: {
      leaseMs: 3_000,
      timeLimitMs: 10_000,
      stopGraceMs: 1_000,
      retry: { maxAttempts: 3, backoffBaseMs: 10, backoffCeilingMs: 100 }
    }
  };
}
