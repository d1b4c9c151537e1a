import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import type { SqliteValue, Statement, StatementResult } from './thread-protocol.ts';

/** What Kysely compiled, for the thread. */
export function statementOf({ sql, parameters }: CompiledQuery, begin: string | undefined): Statement {
  return { sql, parameters: parameters as readonly SqliteValue[], begin };
}

/** What the thread gave, for Kysely. */
export function queryResult<Row>({ rows, changes }: StatementResult): QueryResult<Row> {
  return { rows: rows as Row[], numAffectedRows: BigInt(changes) };
}

/** Rows that come one by one would hold the thread up for everyone else. */
export const refuseStream: DatabaseConnection['streamQuery'] = () => {
  throw new Error('The store reads by page');
};
