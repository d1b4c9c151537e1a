import { mkdtemp, rm } from 'node:fs/promises';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSageCompany, type SageCompany } from '@ledger-bridge/sage-company';
import { createLiveCatalogue } from '../../../live-catalogue/create-live-catalogue.ts';
import { OdbcGateway } from '../../../odbc/gateway.ts';
import type { Cell } from '../../../odbc/protocol.ts';
import type { SageRecords } from '../../../port/sage-records.ts';
import { providexDialect } from '../../../sql/providex-dialect.ts';
import { createOdbcSageRecords } from '../../odbc-sage-records.ts';
import type { UnreadableRecord } from '../../options.ts';

/** A Sage company with everything that reads its documents, and a way to change them. */
export interface DocumentCompany {
  readonly company: SageCompany;
  readonly records: SageRecords;
  /** Every statement that was sent since `forgetStatements`. */
  readonly statements: string[];
  readonly unreadable: UnreadableRecord[];
  /** Columns of a whole table as the driver gives them, without anything of the record engine. */
  table(name: string, columns: readonly string[]): Promise<readonly (readonly Cell[])[]>;
  /** Writes to Sage's tables. This process does not read them over ODBC: the reader process does. */
  write(sql: string, ...values: SQLInputValue[]): void;
  close(): Promise<void>;
}

export async function startDocumentCompany(timeZone = 'UTC'): Promise<DocumentCompany> {
  const directory = await mkdtemp(join(tmpdir(), 'ledger-bridge-documents-'));
  const company = await startSageCompany({ directory });
  const gateway = gatewayTo(company);
  const database = new DatabaseSync(company.databaseFile);
  database.exec('PRAGMA busy_timeout = 5000');
  return {
    company,
    ...recordsBehind(gateway, timeZone),
    table: async (name, columns) => {
      const [rows = []] = await gateway.read([`SELECT ${columns.join(', ')} FROM ${name}`]);
      return rows;
    },
    write: (sql, ...values) => {
      database.prepare(sql).run(...values);
    },
    close: async () => {
      database.close();
      await gateway.close();
      await company.close();
      await rm(directory, { recursive: true });
    }
  };
}

function gatewayTo(company: SageCompany): OdbcGateway {
  return new OdbcGateway({
    connectionString: company.connectionString,
    environment: { ODBCINI: company.odbcIniFile },
    poolSize: 2,
    connectTimeoutMs: 5_000,
    queryTimeoutMs: 20_000,
    acquireTimeoutMs: 20_000,
    cancelGraceMs: 300
  });
}

function recordsBehind(gateway: OdbcGateway, timeZone: string) {
  const statements: string[] = [];
  const unreadable: UnreadableRecord[] = [];
  const records = createOdbcSageRecords({
    gateway: {
      read: (wanted, options) => {
        statements.push(...wanted);
        return gateway.read(wanted, options);
      }
    },
    dialect: providexDialect,
    liveCatalogue: createLiveCatalogue(gateway, providexDialect),
    timeZone,
    onUnreadable: (record) => unreadable.push(record)
  });
  return { records, statements, unreadable };
}

/** All pages of a read in one list. */
export async function everything<E>(pages: AsyncIterable<readonly E[]>): Promise<readonly E[]> {
  const all: E[] = [];
  for await (const page of pages) all.push(...page);
  return all;
}
