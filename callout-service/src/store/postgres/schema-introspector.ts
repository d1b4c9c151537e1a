import { sql, type DatabaseIntrospector, type Kysely, type TableMetadata } from 'kysely';

interface ColumnRow {
  readonly table: string;
  readonly kind: string;
  readonly column: string;
  readonly type: string;
  readonly type_schema: string;
  readonly is_nullable: boolean;
  readonly has_default: boolean;
  readonly is_counted: boolean;
}

/**
 * What Kysely's migrations ask for, of one schema. Kysely's own introspector looks up the sequences of every column in
 * the database by name, and so fails when another application drops a schema meanwhile; here are only joins of the
 * catalogue, which see one moment.
 */
export function schemaIntrospector<Tables>(database: Kysely<Tables>, schema: string): DatabaseIntrospector {
  return {
    async getSchemas() {
      const { rows } = await sql<{ name: string }>`select nspname as name from pg_catalog.pg_namespace
        where nspname = ${schema}`.execute(database);
      return rows;
    },
    async getTables() {
      const { rows } = await sql<ColumnRow>`select c.relname as table, c.relkind as kind, a.attname as column,
          t.typname as type, tn.nspname as type_schema, not a.attnotnull as is_nullable, a.atthasdef as has_default,
          a.attidentity <> '' as is_counted
        from pg_catalog.pg_namespace n
          join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relkind in ('r', 'v', 'p', 'f')
          join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          join pg_catalog.pg_type t on t.oid = a.atttypid
          join pg_catalog.pg_namespace tn on tn.oid = t.typnamespace
        where n.nspname = ${schema} order by c.relname, a.attnum`.execute(database);
      return [...Map.groupBy(rows, ({ table }) => table).values()].map((columns) => tableOf(schema, columns));
    }
  };
}

function tableOf(schema: string, columns: readonly ColumnRow[]): TableMetadata {
  return {
    name: columns[0]?.table ?? '',
    schema,
    isView: columns[0]?.kind === 'v',
    isForeign: columns[0]?.kind === 'f',
    columns: columns.map(({ column, type, type_schema, is_nullable, has_default, is_counted }) => ({
      name: column,
      dataType: type,
      dataTypeSchema: type_schema,
      isNullable: is_nullable,
      hasDefaultValue: has_default,
      isAutoIncrementing: is_counted
    }))
  };
}
