import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSageCompany, type SageCompany } from '@ledger-bridge/sage-company';
import type { z } from 'zod';
import type { WritingConfiguration } from '../src/config/writing.ts';
import { problemSchema, type Problem } from '../src/errors/problem.ts';
import { connectSage } from '../src/sage/connect-sage.ts';
import type { SageOrderChecks } from '../src/sage/port/sage-order-checks.ts';
import type { SageRecords } from '../src/sage/port/sage-records.ts';
import type { SageWriter } from '../src/sage/port/sage-writer.ts';
import { systemClock } from '../src/telemetry/clock.ts';
import { startTestService, type TestService } from './test-service.ts';

const TIME_ZONE = 'America/Los_Angeles';

export interface CompanyServiceOptions {
  readonly checks?: SageOrderChecks;
  readonly writer?: SageWriter;
  /** Whether writing is set up, through the company's own bridge, with the writer that `connectSage` makes. */
  readonly writes?: boolean;
}

/** The whole service over the Sage company, through the real ODBC driver. */
export interface CompanyService {
  readonly company: SageCompany;
  readonly service: TestService;
  /** Reads of the company beside the service. */
  readonly records: SageRecords;
  /** Statements that Sage was asked since the last call. */
  readonly reads: () => number;
  /** The answer as the schema has it; throws when the service refuses or the answer does not keep to the schema. */
  answer<T>(schema: z.ZodType<T>, path: string, options?: AskOptions): Promise<T>;
  /** The problem that the service answers with. */
  problem(path: string, options?: AskOptions): Promise<Problem>;
  /** The text of an answer that must succeed. */
  text(path: string, options?: AskOptions): Promise<string>;
  stop(): Promise<void>;
}

export interface AskOptions {
  readonly role?: 'reader' | 'admin';
  /** Sent as JSON with POST. */
  readonly body?: unknown;
  readonly accept?: string;
}

/** Starts company and service, each with files and a port of its own. */
export async function startCompanyService(options: CompanyServiceOptions = {}): Promise<CompanyService> {
  const directory = await mkdtemp(join(tmpdir(), 'ledger-bridge-company-'));
  // The company's day is the day at its server, which may differ from the day here.
  const today = systemClock().setZone(TIME_ZONE).toFormat('yyyy-MM-dd');
  const company = await startSageCompany({ directory, today });
  const writing = options.writes === true ? writingConfiguration(company) : undefined;
  let reads = 0;
  const connection = connectSage({
    connectionString: company.connectionString,
    environment: { ODBCINI: company.odbcIniFile },
    companyCode: 'ABC',
    timeZone: TIME_ZONE,
    poolSize: 4,
    connectTimeoutMs: 2_000,
    queryTimeoutMs: 5_000,
    acquireTimeoutMs: 8_000,
    cancelGraceMs: 300,
    credit: { includeOpenOrders: true, zeroLimitMeans: 'none', reaction: 'warn' },
    availability: { includePurchaseOrders: false, includeWorkOrders: false },
    writing,
    observer: { readEnded: () => void (reads += 1) }
  });
  const { checks = connection.checks, writer = connection.writer } = options;
  const service = await startTestService({ sage: { ...connection, checks, writer }, writing });
  const ask = (path: string, { role = 'reader', body, accept }: AskOptions = {}) =>
    service.ask(path, {
      headers: {
        Authorization: `Bearer ${service.signer.sign({ role })}`,
        ...(accept !== undefined && { Accept: accept }),
        ...(body !== undefined && { 'Content-Type': 'application/json' })
      },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) })
    });
  async function text(path: string, asked?: AskOptions): Promise<string> {
    const response = await ask(path, asked);
    const answered = await response.text();
    if (response.ok) return answered;
    throw new Error(`${path} answered ${response.status}: ${answered}`);
  }
  return {
    company,
    service,
    records: connection.records,
    reads() {
      const since = reads;
      reads = 0;
      return since;
    },
    answer: async (schema, path, asked) => schema.parse(JSON.parse(await text(path, asked))),
    text,
    async problem(path, asked) {
      const response = await ask(path, asked);
      const problem = problemSchema.parse(JSON.parse(await response.text()));
      if (response.status !== problem.status) throw new Error('status and problem differ');
      return problem;
    },
    async stop() {
      await service.stop();
      await company.close();
      await rm(directory, { recursive: true });
    }
  };
}

function writingConfiguration({ boi }: SageCompany): WritingConfiguration {
  return {
    homeDirectory: boi.homeDirectory,
    command: boi.command,
    arguments: boi.args,
    user: { name: boi.user, password: boi.password },
    startTimeoutMs: 20_000,
    sessionTimeoutMs: 20_000,
    operationTimeoutMs: 20_000,
    silenceTimeoutMs: 20_000,
    closeGraceMs: 2_000,
    settleMs: 300,
    recycleAfterHours: 4,
    recycleAfterOperations: 1_000,
    closeWhenIdleMinutes: 10,
    maxWaiting: 1_000,
    orderRequestKeyField: 'UDF_SALESFORCE_ID',
    customerRequestKeyField: 'UDF_REQUEST_KEY',
    cashReceipts: undefined
  };
}
