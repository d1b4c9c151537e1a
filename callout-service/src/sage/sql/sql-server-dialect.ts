import type { ColumnType } from '../catalogue/column-type.ts';
import type { SqlDialect } from './dialect.ts';
import { literal } from './literal.ts';
import { buildSelect, type Spelling } from './select.ts';
import { createSqlServerCheck } from './sql-server-grammar.ts';

const SYSTEM_TABLE = /^(SY|CM)_/;
const ASCII = /^[\x20-\x7e]*$/;

/**
 * Sage 100 Premium: the same tables and columns in SQL Server, each company in a database `MAS_` and its code, the tables
 * of the system (Library Master, Customizer) in `MAS_SYSTEM`. Throws RangeError on a code that is none.
 *
 * Decimals are asked for as text, because node-odbc turns every SQL_DECIMAL into a double; 41 characters hold the
 * longest that SQL Server has. Strings outside ASCII are `N'…'`: as plain literals they would pass through the code page
 * of the database, in which an unknown letter becomes `?` and finds another record. All others are plain, because
 * Sage's columns are varchar and a Unicode literal keeps some collations from using an index.
 */
export function createSqlServerDialect({ companyCode }: { readonly companyCode: string }): SqlDialect {
  if (!/^[A-Z0-9]{3}$/.test(companyCode)) {
    throw new RangeError(`"${companyCode}" is no Sage company code: three capital letters or digits`);
  }
  const companyDatabase = `MAS_${companyCode}`;
  const databaseOf = (table: string) => (SYSTEM_TABLE.test(table) ? 'MAS_SYSTEM' : companyDatabase);
  const spelling: Spelling = {
    table: (name) => `${databaseOf(name)}.dbo.${name}`,
    column: (name, type) => (type.kind === 'decimal' ? `CAST(${name} AS varchar(41)) AS ${name}` : name),
    literal: sqlServerLiteral
  };
  return {
    name: 'sql-server',
    select: (table, options) => buildSelect(spelling, table, options),
    locate: (table) => ({ database: databaseOf(table), schema: 'dbo' }),
    assertSafe: createSqlServerCheck(companyDatabase)
  };
}

function sqlServerLiteral(type: ColumnType, value: string): string {
  const plain = literal(type, value);
  return type.kind !== 'string' || ASCII.test(value) ? plain : `N${plain}`;
}
