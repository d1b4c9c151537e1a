import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import { queryResult, refuseStream, statementOf } from './query-result.ts';
import type { SqliteClient } from './sqlite-client.ts';

/**
 * Reads single statements on the thread that all readers share. A transaction, which keeps one moment for as long as it
 * likes, gets a thread of its own, so that an export or a check holds nobody up.
 */
export class ReaderSession implements DatabaseConnection {
  readonly #shared: SqliteClient;
  #own: SqliteClient | undefined;
  #begins = false;

  constructor(shared: SqliteClient) {
    this.#shared = shared;
  }

  begin(own: SqliteClient): void {
    this.#own = own;
    this.#begins = true;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const begin = this.#begins ? 'begin' : undefined;
    this.#begins = false;
    return queryResult(await (this.#own ?? this.#shared).run(statementOf(query, begin)));
  }

  streamQuery = refuseStream;

  /** It only read, so that its two ends are the same. */
  async end(): Promise<void> {
    const own = this.#own;
    this.#own = undefined;
    await own?.close();
  }
}
