import { readLiteral, readName, readSelect } from './select-grammar.ts';
import type { TokenReader } from './token-reader.ts';
import { UnsafeStatementError } from './tokenizer.ts';

const SYSTEM_DATABASE = 'MAS_SYSTEM';

/**
 * Makes the check for Sage 100 Premium: the same statements as for ProvideX, but tables are named in full, in the
 * database of this company or in `MAS_SYSTEM`, a column may be `CAST(Column AS varchar(41)) AS Column`, and a string may
 * be `N'…'`. All else is refused, however much SQL Server itself would take. Throws UnsafeStatementError.
 */
export function createSqlServerCheck(companyDatabase: string): (sql: string) => void {
  const databases = [companyDatabase, SYSTEM_DATABASE];
  const table = (reader: TokenReader) => readTable(reader, databases);
  return (sql) => readSelect(sql, { column: readColumn, table, literal: readAnyLiteral });
}

function readTable(reader: TokenReader, databases: readonly string[]): void {
  const database = reader.take('word', 'a database');
  if (!databases.includes(database.text)) {
    throw new UnsafeStatementError(`one of ${databases.join(', ')} was expected`, database.position);
  }
  reader.symbol('.');
  reader.keyword('dbo');
  reader.symbol('.');
  readName(reader);
}

function readColumn(reader: TokenReader): void {
  if (!reader.takeKeyword('CAST')) {
    readName(reader);
    return;
  }
  reader.symbol('(');
  const column = readName(reader);
  reader.keyword('AS');
  reader.keyword('varchar');
  reader.symbol('(');
  const length = reader.take('number', 'a length');
  if (length.text !== '41') throw new UnsafeStatementError('the length 41 was expected', length.position);
  reader.symbol(')');
  reader.symbol(')');
  reader.keyword('AS');
  const alias = reader.take('word', 'the name of the column');
  if (alias.text !== column) {
    throw new UnsafeStatementError('a column keeps its own name', alias.position);
  }
}

function readAnyLiteral(reader: TokenReader): void {
  const prefix = reader.takePrefix('N');
  if (prefix) reader.take('string', 'a string');
  else readLiteral(reader);
}
