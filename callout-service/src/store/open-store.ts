import { keepForCompany, refuseOtherCompany } from './company-guard.ts';
import type { OpenedDatabase } from './dialect/store-dialect.ts';
import type { RetryPolicy } from './jobs/retry-policy.ts';
import { migrateStore, versionOfStore } from './migrations/migrate.ts';
import type { Store, StoreCondition } from './port/store.ts';
import { openPostgres } from './postgres/open-postgres.ts';
import type { PostgresOptions } from './postgres/postgres-options.ts';
import { openSqlite, type SqliteOptions } from './sqlite/open-sqlite.ts';
import { reading } from './reading.ts';
import { storeContent } from './store-content.ts';
import { contextOf } from './transactions.ts';
import { createUpkeep } from './upkeep/upkeep.ts';

/** Where the store is, whose it is, and how its jobs are tried again. */
export interface StoreOptions {
  readonly database:
    ({ readonly engine: 'sqlite' } & SqliteOptions) | ({ readonly engine: 'postgres' } & PostgresOptions);
  /** Sage's company code: a store is one company's. */
  readonly companyCode: string;
  readonly retryPolicyOf: (lane: string) => RetryPolicy;
  readonly random?: () => number;
}

/**
 * Opens the store, made or migrated where that is needed.
 * @throws LedgerBridgeError LB601, LB602, LB603, LB604, LB606, LB617.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { database, retryPolicyOf, random = Math.random } = options;
  const opened = await openDatabase(database);
  try {
    await prepareFor(opened, options.companyCode);
    const context = contextOf(opened, { retryPolicyOf, random });
    return {
      ...storeContent(context),
      transaction: (work) => context.inTransaction((within) => work(storeContent(within))),
      onDue: (listener) => opened.onDue(listener),
      upkeep: createUpkeep(opened, context),
      condition: () => reading(context, () => conditionOf(opened)),
      close: () => opened.close()
    };
  } catch (error) {
    await opened.close();
    throw opened.dialect.faultOf(error) ?? error;
  }
}

async function prepareFor(opened: OpenedDatabase, companyCode: string): Promise<void> {
  const version = await versionOfStore(opened.database, opened.dialect);
  if (version !== undefined) await refuseOtherCompany(opened, companyCode);
  await migrateStore(opened);
  await keepForCompany(opened, companyCode);
}

/** Opens the database alone, whatever is in it. @throws LedgerBridgeError LB601, LB602, LB603, LB606. */
export function openDatabase(database: StoreOptions['database']): Promise<OpenedDatabase> {
  return database.engine === 'sqlite' ? openSqlite(database) : openPostgres(database);
}

async function conditionOf({ reader, dialect }: OpenedDatabase): Promise<StoreCondition> {
  return {
    engine: dialect.engine,
    databaseVersion: await dialect.version(reader),
    schemaVersion: (await versionOfStore(reader, dialect)) ?? '',
    sizeMegabytes: (await dialect.sizeBytes(reader)) / 1_048_576
  };
}
