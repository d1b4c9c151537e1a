import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSageCompany, type SageCompany } from '@ledger-bridge/sage-company';
import { allTables } from '../../catalogue/all-tables.ts';
import type { BoiOptions } from '../../boi/options.ts';
import { RecordingBoiObserver } from '../../boi/test-support/recording-boi-observer.ts';
import { createLiveCatalogue } from '../../live-catalogue/create-live-catalogue.ts';
import { createSageCatalogue } from '../../live-catalogue/create-sage-catalogue.ts';
import { OdbcGateway } from '../../odbc/gateway.ts';
import { createOdbcSageRecords } from '../../records/odbc-sage-records.ts';
import { providexDialect } from '../../sql/providex-dialect.ts';
import { createSageWriter } from '../create-sage-writer.ts';
import type { SageWriterOptions } from '../options.ts';

/** A Sage company of a test's own with all ways in: read over the real driver, written through the stand-in of the bridge. */
export interface WritingCompany {
  readonly company: SageCompany;
  readonly options: SageWriterOptions;
  readonly observer: RecordingBoiObserver;
  readonly directory: string;
  /** A writer with other options, closed with the company. */
  writer(changes?: Partial<SageWriterOptions>): ReturnType<typeof createSageWriter>;
  /** Rows of a select, read over ODBC. */
  rows(sql: string): Promise<readonly (readonly unknown[])[]>;
  close(): Promise<void>;
}

export async function startWritingCompany(): Promise<WritingCompany> {
  const directory = await mkdtemp(join(tmpdir(), 'ledger-bridge-writing-'));
  const company = await startSageCompany({ directory, today: '2026-01-31' });
  const gateway = createGateway(company);
  const observer = new RecordingBoiObserver();
  const options = writerOptions(company, gateway, observer);
  const writers: { close(): Promise<void> }[] = [];
  return {
    company,
    options,
    observer,
    directory,
    writer: (changes = {}) => {
      const writer = createSageWriter({ ...options, ...changes });
      writers.push(writer);
      return writer;
    },
    rows: async (sql) => (await gateway.read([sql]))[0] ?? [],
    close: async () => {
      await Promise.all(writers.map((writer) => writer.close()));
      await gateway.close();
      await company.close();
      await rm(directory, { recursive: true });
    }
  };
}

function createGateway(company: SageCompany): OdbcGateway {
  return new OdbcGateway({
    connectionString: company.connectionString,
    environment: { ODBCINI: company.odbcIniFile },
    poolSize: 2,
    connectTimeoutMs: 10_000,
    queryTimeoutMs: 20_000,
    acquireTimeoutMs: 20_000,
    cancelGraceMs: 1_000
  });
}

function writerOptions(
  company: SageCompany,
  gateway: OdbcGateway,
  observer: RecordingBoiObserver
): SageWriterOptions {
  const liveCatalogue = createLiveCatalogue(gateway, providexDialect);
  return {
    boi: { ...boiOptions(company), observer },
    records: createOdbcSageRecords({
      gateway,
      dialect: providexDialect,
      liveCatalogue,
      timeZone: 'America/Chicago',
      onUnreadable: () => undefined
    }),
    catalogue: createSageCatalogue({ gateway, dialect: providexDialect, liveCatalogue, tables: allTables }),
    sql: { gateway, dialect: providexDialect },
    credit: { includeOpenOrders: true, zeroLimitMeans: 'unlimited', reaction: 'warn' },
    availability: { includePurchaseOrders: false, includeWorkOrders: false },
    orderRequestKeyField: 'UDF_SALESFORCE_ID',
    customerRequestKeyField: 'UDF_REQUEST_KEY',
    cashReceipts: undefined,
    timing: { settleMs: 300, lookUpTimeoutMs: 2_000, inUseTimeoutMs: 1_000 }
  };
}

function boiOptions({ boi }: SageCompany): BoiOptions {
  return {
    command: boi.command,
    arguments: boi.args,
    homeDirectory: boi.homeDirectory,
    login: { type: 'sage-user', user: boi.user, password: boi.password },
    companyCode: boi.companyCode,
    timeZone: 'America/Chicago',
    moduleDate: '2026-01-31',
    startTimeoutMs: 20_000,
    sessionTimeoutMs: 20_000,
    operationTimeoutMs: 20_000,
    silenceTimeoutMs: 20_000,
    closeGraceMs: 2_000,
    recycleAfterHours: 4,
    recycleAfterOperations: 1_000,
    closeWhenIdleMinutes: 10,
    maxWaiting: 1_000
  };
}
