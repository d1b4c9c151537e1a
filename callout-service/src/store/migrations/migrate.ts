import { sql, type Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { OpenedDatabase, StoreDialect } from '../dialect/store-dialect.ts';
import type { StoreDatabase } from '../schema/store-database.ts';
import { columnTypesOf } from './column-types.ts';
import { storeMigrations } from './migrations.ts';

const TABLE = 'store_migration';

type StoreMigrations = typeof storeMigrations;

/**
 * Brings the store to the newest version, or to the one named, in one transaction; instances that start together wait
 * for each other. `known` stands for the steps of another release.
 * @throws LedgerBridgeError LB604 when a newer release has worked with it; nothing is touched then.
 */
export async function migrateStore(
  { database, dialect }: Pick<OpenedDatabase, 'database' | 'dialect'>,
  toVersion?: string,
  known: StoreMigrations = storeMigrations
): Promise<void> {
  await refuseNewer(database, dialect, known);
  const types = columnTypesOf(dialect.engine);
  const migrations = Object.entries(known).map(
    ([name, up]) => [name, { up: (within: Kysely<unknown>) => up(within, types) }] as const
  );
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: () => Promise.resolve(Object.fromEntries(migrations)) },
    migrationTableName: TABLE,
    migrationLockTableName: `${TABLE}_lock`,
    ...(dialect.schema === undefined ? {} : { migrationTableSchema: dialect.schema })
  });
  const { error } = await migrator.migrateTo(toVersion ?? newestOf(known));
  if (error === undefined) return;
  await refuseNewer(database, dialect, known); // a newer release may have come first since we looked
  throw (
    dialect.faultOf(error) ??
    (error instanceof Error ? error : new Error('A migration failed', { cause: error }))
  );
}

/** The version that this release works with, as `003-operation`. */
export function newestVersion(): string {
  return newestOf(storeMigrations);
}

function newestOf(known: StoreMigrations): string {
  return Object.keys(known).toSorted().at(-1) ?? '';
}

/** The version that the store is at; undefined for one without anything. */
export async function versionOfStore(
  database: Kysely<StoreDatabase>,
  { schema }: Pick<StoreDialect, 'schema'>
): Promise<string | undefined> {
  return (await appliedMigrations(database, schema)).at(-1);
}

async function refuseNewer(
  database: Kysely<StoreDatabase>,
  { schema }: Pick<StoreDialect, 'schema'>,
  known: StoreMigrations
): Promise<void> {
  const unknown = (await appliedMigrations(database, schema)).filter((name) => !(name in known));
  if (unknown.length === 0) return;
  throw new LedgerBridgeError('LB604', {
    detail: `The store is at ${unknown.at(-1) ?? ''}, this release knows ${newestOf(known)}.`
  });
}

async function appliedMigrations(
  database: Kysely<StoreDatabase>,
  schema: string | undefined
): Promise<readonly string[]> {
  const tables = await database.introspection.getTables({ withInternalKyselyTables: true });
  const isOurs = (table: { schema?: string }): boolean => schema === undefined || table.schema === schema;
  if (!tables.some((table) => table.name === TABLE && isOurs(table))) return [];
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(TABLE)} order by name`.execute(
    database
  );
  return rows.map(({ name }) => name);
}
