import { readLiteral, readName, readSelect } from './select-grammar.ts';

/**
 * Checks that `sql` is one statement of the safe subset of ProvideX:
 * `SELECT [TOP n] column, … FROM table [WHERE column op literal | column IN (literal, …) AND …] [ORDER BY column, …]`.
 *
 * This is what the ProvideX ODBC driver of Sage 100 is known to take and what those who use it keep to (no sub-selects,
 * UNION, CASE, CAST, LIMIT, OFFSET, brackets, aliases, OR, functions, joins, parameters). It shares nothing with the
 * builder, so a fault in the one is found by the other. Throws UnsafeStatementError.
 */
export function assertSafeSelect(sql: string): void {
  readSelect(sql, { column: readName, table: readName, literal: readLiteral });
}
