import type { Column, ColumnType, KeySegment, Table } from './table-definition.ts';

/** The SQL that creates a table with its primary key. */
export function createTableSql(table: Table): string {
  const columns = table.columns.map((column) => `  ${columnSql(column)}`).join(',\n');
  const key = table.key.map((segment) => segment.column).join(', ');
  return `CREATE TABLE ${table.name} (\n${columns},\n  PRIMARY KEY (${key})\n)`;
}

/** The SQL that creates a table's further keys, to be run after its rows are in. */
export function createIndexesSql(table: Table): string[] {
  return table.indexes.map(
    (index, position) => `CREATE INDEX ${table.name}_K${position + 1} ON ${table.name} (${indexSql(index)})`
  );
}

/** The type as ODBC shows it in TYPE_NAME. */
export function columnTypeSql(type: ColumnType): string {
  switch (type.kind) {
    case 'string':
      return `VARCHAR(${type.length})`;
    case 'decimal':
      return `DECIMAL(${type.precision},${type.scale})`;
    case 'date':
      return 'DATE';
    case 'text':
      return 'TEXT';
  }
}

// Sage knows no NULL: what was never entered is blank text or zero. Only a blank date reaches ODBC as NULL.
function columnSql({ name, type }: Column): string {
  const sql = `${name} ${columnTypeSql(type)}`;
  if (type.kind === 'date') return sql;
  return `${sql} NOT NULL DEFAULT ${type.kind === 'decimal' ? '0' : "''"}`;
}

function indexSql(index: readonly KeySegment[]): string {
  return index.map((segment) => (segment.descending ? `${segment.column} DESC` : segment.column)).join(', ');
}
