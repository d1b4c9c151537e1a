import { sql, type Kysely } from 'kysely';
import type { StoreDialect } from '../dialect/store-dialect.ts';
import type { StoreDatabase } from '../schema/store-database.ts';

type Counted = keyof StoreDatabase;

/** The last id that a table has given out, 0 for none. */
export async function lastIdOf(
  database: Kysely<StoreDatabase>,
  engine: StoreDialect['engine'],
  table: Counted
): Promise<number> {
  const { rows } = await (
    engine === 'sqlite'
      ? sql<{ last: number | null }>`select seq as last from sqlite_sequence where name = ${table}`
      : sql<{
          last: number | null;
        }>`select pg_sequence_last_value(pg_get_serial_sequence(${table}, 'id')::regclass) as last`
  ).execute(database);
  return rows[0]?.last ?? 0;
}

/** Makes the table go on counting after this id. */
export async function countOnFrom(
  database: Kysely<StoreDatabase>,
  engine: StoreDialect['engine'],
  table: Counted,
  lastId: number
): Promise<void> {
  if (lastId === 0) return;
  if (engine === 'postgres') {
    await sql`select setval(pg_get_serial_sequence(${table}, 'id')::regclass, ${lastId})`.execute(database);
    return;
  }
  await sql`delete from sqlite_sequence where name = ${table}`.execute(database);
  await sql`insert into sqlite_sequence (name, seq) values (${table}, ${lastId})`.execute(database);
}
