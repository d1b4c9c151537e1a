import { DatabaseSync } from 'node:sqlite';
import type { Cell, CellRow, Question, TableAddress } from '../odbc/protocol.ts';
import type { AskOutcome } from '../odbc/questions.ts';

const VARCHAR = 12;

/**
 * The tables of a Sage company for statements of either dialect, and every statement that was asked of them. It stands
 * for a database, so that the statements for SQL Server can be seen too; what drivers do is shown elsewhere.
 */
export class StatementSource {
  /** Statements of reads, which pass the gateway's check. */
  readonly statements: string[] = [];
  /** Statements of questions beside the reads. */
  readonly asked: string[] = [];
  readonly #database: DatabaseSync;

  constructor(databaseFile: string) {
    this.#database = new DatabaseSync(databaseFile, { readOnly: true });
  }

  close(): void {
    this.#database.close();
  }

  readonly read = (statements: readonly string[]): Promise<readonly (readonly CellRow[])[]> => {
    this.statements.push(...statements);
    return Promise.resolve(statements.map((sql) => this.#rows(toSqlite(sql))));
  };

  readonly ask = (question: Question): Promise<AskOutcome> => {
    if (question.kind === 'statement') this.asked.push(question.sql);
    try {
      return Promise.resolve({ type: 'rows', rows: this.#answer(question) });
    } catch (error) {
      const failure = {
        stage: 'query',
        reason: 'driver-error',
        state: '42000',
        message: String(error)
      } as const;
      return Promise.resolve({ type: 'failed', failure });
    }
  };

  readonly askForRows = (question: Question): Promise<readonly CellRow[]> =>
    Promise.resolve(this.#answer(question));

  #answer(question: Question): readonly CellRow[] {
    switch (question.kind) {
      case 'statement':
        return this.#rows(toSqlite(question.sql), question.parameters);
      case 'columns':
        return question.tables.flatMap((table) => this.#columns(table));
      case 'tables':
        return this.#rows("SELECT name FROM sqlite_schema WHERE type = 'table'");
    }
  }

  #columns({ name: table }: TableAddress): readonly CellRow[] {
    return this.#rows(`SELECT name, type FROM pragma_table_info('${table}')`).map(
      ([name = '', type = '']) => {
        const size = Number(/\((\d+)/.exec(String(type))?.[1] ?? 0);
        return [table, name, type === 'DATE' ? 9 : VARCHAR, type, size, 0];
      }
    );
  }

  #rows(sql: string, parameters: readonly string[] = []): readonly CellRow[] {
    const rows = this.#database.prepare(sql).all(...parameters);
    return rows.map((row) =>
      Object.values(row).map((value): Cell => (value === null ? null : String(value)))
    );
  }
}

/** The same statement in SQLite's words. */
function toSqlite(sql: string): string {
  const [, top] = /^SELECT TOP (\d+) /.exec(sql) ?? [];
  const plain = sql
    .replace(/^SELECT TOP \d+ /, 'SELECT ')
    .replace(/ FROM MAS_\w+\.dbo\./, ' FROM ')
    .replaceAll(/CAST\((\w+) AS varchar\(41\)\) AS \w+/g, '$1')
    .replaceAll(/(?<=[=<>(,] ?)N'/g, "'")
    .replaceAll(/\{d ('[\d-]+')\}/g, '$1');
  return top === undefined ? plain : `${plain} LIMIT ${top}`;
}
