import { sql, type Kysely } from 'kysely';
import type { StoreDatabase } from '../schema/store-database.ts';

/** Of larger tables so many pages are looked at, picked by chance; 8 MB. */
const SAMPLED_PAGES = 1_000;
/** What PostgreSQL adds to a row: header and pointer (manual, 73.6 Database Page Layout). */
const ROW_BYTES = 28;

interface TableShape {
  readonly name: string;
  readonly pages: number;
  readonly columns: readonly string[];
}

/**
 * What the rows take, as they are stored: without indexes, and without the room of deleted rows, which a file of
 * PostgreSQL keeps. Exact while a table has less than 8 MB, estimated from a sample beyond; neither waits for statistics.
 */
export async function contentBytes(database: Kysely<StoreDatabase>, schema: string): Promise<number> {
  const { rows: tables } = await sql<TableShape>`select c.relname as name,
      pg_relation_size(c.oid) / current_setting('block_size')::int as pages,
      array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = ${schema}::regnamespace and c.relkind = 'r' group by c.oid`.execute(database);
  if (tables.length === 0) return 0;
  const { rows } = await sql<{ bytes: number }>`select sum(bytes)::bigint as bytes
    from (${sql.join(tables.map(tableBytes), sql` union all `)}) as tables`.execute(database);
  return rows[0]?.bytes ?? 0;
}

function tableBytes({ name, pages, columns }: TableShape) {
  const percent = Math.min(100, (100 * SAMPLED_PAGES) / Math.max(1, pages));
  // For a value that is kept apart, pg_column_size knows the size without fetching it.
  const row = sql.join(
    columns.map((column) => sql`coalesce(pg_column_size(${sql.ref(column)}), 0)`),
    sql` + `
  );
  return sql`select coalesce(sum(${row} + ${sql.lit(ROW_BYTES)}), 0) * ${sql.lit(100 / percent)} as bytes
    from ${sql.table(name)} tablesample system (${sql.lit(percent)})`;
}
