import { mkdtemp, rm } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSageCompany } from '@ledger-bridge/sage-company';
import { createLiveCatalogue } from '../../live-catalogue/create-live-catalogue.ts';
import { OdbcGateway } from '../../odbc/gateway.ts';
import type { SageProjections } from '../../port/sage-projections.ts';
import type { SageRecords } from '../../port/sage-records.ts';
import { createOdbcSageRecords } from '../../records/odbc-sage-records.ts';
import { providexDialect } from '../../sql/providex-dialect.ts';
import { createOdbcSageProjections } from '../odbc-sage-projections.ts';

/** A Sage company read through the real driver, whose tables a test may change as it likes. */
export interface ProjectionCompany {
  readonly projections: SageProjections;
  readonly records: SageRecords;
  /** Every statement that was sent. */
  readonly statements: string[];
  execute(sql: string): void;
  /** The first column of the rows that SQLite gives by itself. */
  column(sql: string): unknown[];
  /** Forgets what the data source said of its columns. */
  forget(): void;
  close(): Promise<void>;
}

export async function startProjectionCompany(): Promise<ProjectionCompany> {
  const directory = await mkdtemp(join(tmpdir(), 'ledger-bridge-projections-'));
  const company = await startSageCompany({ directory, today: '2026-01-31', size: 'demo' });
  // This process does not read over ODBC: the gateway's reader process does.
  const database = new DatabaseSync(company.databaseFile, { timeout: 10_000 });
  const gateway = new OdbcGateway({
    connectionString: company.connectionString,
    environment: { ODBCINI: company.odbcIniFile },
    poolSize: 2,
    connectTimeoutMs: 10_000,
    queryTimeoutMs: 20_000,
    acquireTimeoutMs: 20_000,
    cancelGraceMs: 1_000
  });
  const statements: string[] = [];
  const liveCatalogue = createLiveCatalogue(gateway, providexDialect);
  const parts = {
    gateway: {
      read: (sql: readonly string[], how?: Parameters<OdbcGateway['read']>[1]) => {
        statements.push(...sql);
        return gateway.read(sql, how);
      }
    },
    dialect: providexDialect,
    liveCatalogue
  };
  return {
    projections: createOdbcSageProjections(parts),
    records: createOdbcSageRecords({ ...parts, timeZone: 'UTC', onUnreadable: () => undefined }),
    statements,
    execute: (sql) => {
      database.exec(sql);
    },
    column: (sql) =>
      database
        .prepare(sql)
        .all()
        .map((row) => Object.values(row)[0]),
    forget: () => {
      liveCatalogue.forget();
    },
    close: async () => {
      database.close();
      await gateway.close();
      await company.close();
      await rm(directory, { recursive: true });
    }
  };
}
