import { sql, type Kysely } from 'kysely';
import type { StoreFinding } from '../port/upkeep.ts';
import { PostgresFailure } from '../postgres/postgres-failure.ts';
import type { StoreDatabase } from '../schema/store-database.ts';

/** Codes: PostgreSQL manual, Appendix A. Damaged data and a damaged index. */
const DAMAGE = ['XX001', 'XX002'];
/** No right to make it, not there, or being made by someone else at this moment. */
const CANNOT_BE_MADE = ['42501', '0A000', '58P01', '23505', '42710', '25006'];

/**
 * Checks that every index has what its table has, and in order, by PostgreSQL's own extension amcheck. It is made where
 * the store's user may do that; where not, that is said, since a check that was left out must not look like a good one.
 */
export async function checkPostgresIndexes(
  database: Kysely<StoreDatabase>
): Promise<readonly StoreFinding[]> {
  const schema = (await schemaOfAmcheck(database)) ?? (await makeAmcheck(database));
  if (schema === undefined) {
    return [
      {
        what: 'the indexes were not checked: an administrator of the database runs "create extension amcheck" once',
        subject: 'indexes of postgres'
      }
    ];
  }
  const findings: StoreFinding[] = [];
  for (const index of await indexesOfStore(database))
    findings.push(...(await checkIndex(database, schema, index)));
  return findings;
}

async function schemaOfAmcheck(database: Kysely<StoreDatabase>): Promise<string | undefined> {
  const { rows } = await sql<{ schema: string }>`select n.nspname as schema from pg_extension e
    join pg_namespace n on n.oid = e.extnamespace where e.extname = 'amcheck'`.execute(database);
  return rows[0]?.schema;
}

async function makeAmcheck(database: Kysely<StoreDatabase>): Promise<string | undefined> {
  try {
    // Not in the store's own schema, with which it would go.
    await sql`create extension if not exists amcheck with schema pg_catalog`.execute(database);
  } catch (error) {
    if (!(error instanceof PostgresFailure && CANNOT_BE_MADE.includes(error.code))) throw error;
  }
  return schemaOfAmcheck(database);
}

async function indexesOfStore(database: Kysely<StoreDatabase>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select i.relname as name from pg_index x
    join pg_class i on i.oid = x.indexrelid join pg_am a on a.oid = i.relam
    where i.relnamespace = current_schema()::regnamespace and a.amname = 'btree' and x.indisvalid
    order by 1`.execute(database);
  return rows.map(({ name }) => name);
}

async function checkIndex(
  database: Kysely<StoreDatabase>,
  schema: string,
  index: string
): Promise<readonly StoreFinding[]> {
  try {
    const name = sql`quote_ident(current_schema()) || '.' || quote_ident(${index})`;
    await sql`select ${sql.id(schema, 'bt_index_check')}((${name})::regclass, true)`.execute(database);
    return [];
  } catch (error) {
    if (!(error instanceof PostgresFailure && DAMAGE.includes(error.code))) throw error;
    return [{ what: error.message, subject: `index ${index}` }];
  }
}
