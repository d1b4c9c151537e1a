import { sql } from 'kysely';
import type { OpenedDatabase } from '../dialect/store-dialect.ts';

/** Tables of the migrator itself. */
const ITS_OWN = /^(sqlite_|store_migration)/;

interface Thing {
  readonly table: string;
  readonly text: string;
}

/** Every table with its columns, constraints and indexes, as the database has them: for comparing. */
export async function schemaText({ database, dialect }: OpenedDatabase): Promise<string> {
  const { rows } = await (dialect.engine === 'sqlite' ? sqliteThings : postgresThings).execute(database);
  const tables = new Map<string, string[]>();
  for (const { table, text } of rows) {
    if (!ITS_OWN.test(table)) tables.set(table, [...(tables.get(table) ?? []), text]);
  }
  const schema = dialect.schema === undefined ? /$^/ : new RegExp(`\\b${dialect.schema}\\.`, 'g');
  return [...tables]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([table, texts]) =>
      [`table ${table}`, ...texts.map((text) => `  ${text.replace(schema, '')}`), ''].join('\n')
    )
    .join('\n');
}

const sqliteThings = sql<Thing>`select tbl_name as "table", sql as text from sqlite_master
  where sql is not null order by tbl_name, type desc, name`;

const postgresThings = sql<Thing>`select * from (
    select c.relname as "table", 1 as kind, a.attnum as place, '' as name,
      a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
      || case when a.attidentity <> '' then ' identity ' || a.attidentity::text else '' end
      || case when l.collname <> 'default' then ' collate ' || l.collname else '' end
      || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as text
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      left join pg_collation l on l.oid = a.attcollation
    where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
    union all
    select c.relname, 2, 0, o.conname, 'constraint ' || o.conname || ' ' || pg_get_constraintdef(o.oid)
    from pg_constraint o join pg_class c on c.oid = o.conrelid
    where c.relnamespace = current_schema()::regnamespace and o.contype <> 'n'
    union all
    select tablename, 3, 0, indexname, indexdef from pg_indexes where schemaname = current_schema()
  ) things order by "table", kind, place, name`;
