import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { startSageCompany, type SageCompany } from '@ledger-bridge/sage-company';
import { createLiveCatalogue } from '../../live-catalogue/create-live-catalogue.ts';
import { OdbcGateway } from '../../odbc/gateway.ts';
import type { SageRecords } from '../../port/sage-records.ts';
import { providexDialect } from '../../sql/providex-dialect.ts';
import { createOdbcSageRecords } from '../odbc-sage-records.ts';
import type { UnreadableRecord } from '../options.ts';

/** A Sage company of a test's own, read through the real driver, whose tables the test may change as it likes. */
export interface RecordsCompany {
  readonly records: SageRecords;
  readonly unreadable: UnreadableRecord[];
  /** Every statement that was sent. */
  readonly statements: string[];
  execute(sql: string, ...values: SQLInputValue[]): void;
  /** The first column of the rows that SQLite gives by itself. */
  column(sql: string): unknown[];
  close(): Promise<void>;
}

export async function startRecordsCompany(
  options: {
    readonly timeZone?: string;
    readonly alter?: readonly string[];
    readonly size?: 'demo' | 'mid';
  } = {}
): Promise<RecordsCompany> {
  const directory = await mkdtemp(join(tmpdir(), 'ledger-bridge-records-'));
  const company = await startSageCompany({ directory, today: '2026-01-31', size: options.size ?? 'demo' });
  // This process does not read over ODBC: the gateway's reader process does.
  const database = new DatabaseSync(company.databaseFile, { timeout: 10_000 });
  for (const sql of options.alter ?? []) database.exec(sql);
  const gateway = createGateway(company);
  const unreadable: UnreadableRecord[] = [];
  const statements: string[] = [];
  const records = createRecords(gateway, options.timeZone ?? 'America/Denver', { statements, unreadable });
  return {
    records,
    unreadable,
    statements,
    execute: (sql, ...values) => {
      database.prepare(sql).run(...values);
    },
    column: (sql) =>
      database
        .prepare(sql)
        .all()
        .map((row) => Object.values(row)[0]),
    close: async () => {
      database.close();
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

function createRecords(
  gateway: OdbcGateway,
  timeZone: string,
  { statements, unreadable }: Pick<RecordsCompany, 'statements' | 'unreadable'>
): SageRecords {
  return createOdbcSageRecords({
    gateway: {
      read: (sql, how) => {
        statements.push(...sql);
        return gateway.read(sql, how);
      }
    },
    dialect: providexDialect,
    liveCatalogue: createLiveCatalogue(gateway, providexDialect),
    timeZone,
    onUnreadable: (record) => unreadable.push(record)
  });
}

/** All pages of a read, one after the other. */
export async function all<E>(pages: AsyncIterable<readonly E[]>): Promise<E[]> {
  const entities: E[] = [];
  for await (const page of pages) entities.push(...page);
  return entities;
}
