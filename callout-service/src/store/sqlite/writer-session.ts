import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import { queryResult, refuseStream, statementOf } from './query-result.ts';
import type { SqliteClient } from './sqlite-client.ts';
import { SqliteFailure } from './sqlite-failure.ts';
import type { Statement, StatementResult } from './thread-protocol.ts';
import type { EndTurn } from './turns.ts';

export interface WriterSessionOptions {
  readonly client: SqliteClient;
  readonly endTurn: EndTurn;
  /** Time that its owner may let pass between two statements. */
  readonly idleMs: number;
}

/**
 * One turn on the connection that writes: a transaction, or one statement by itself. What comes after its end is
 * refused, so that it cannot slip into the next one's transaction.
 */
export class WriterSession implements DatabaseConnection {
  readonly #client: SqliteClient;
  readonly #endTurn: EndTurn;
  readonly #idle: NodeJS.Timeout;
  #transaction: 'none' | 'begins' | 'open' = 'none';
  #refusal: SqliteFailure | undefined;
  #running = false;

  constructor({ client, endTurn, idleMs }: WriterSessionOptions) {
    this.#client = client;
    this.#endTurn = endTurn;
    this.#idle = setTimeout(() => {
      if (this.#running) this.#idle.refresh();
      else this.#expire(idleMs);
    }, idleMs).unref();
  }

  /** With its first statement, in the same message. */
  begin(): void {
    this.#transaction = 'begins';
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const begins = this.#transaction === 'begins';
    if (begins) this.#transaction = 'open';
    // IMMEDIATE: a transaction that began as a reader could not become a writer when another process wrote meanwhile.
    return queryResult(await this.#run(statementOf(query, begins ? 'begin immediate' : undefined)));
  }

  streamQuery = refuseStream;

  async commit(): Promise<void> {
    await this.#end('commit');
  }

  /** Nothing to do where SQLite, or the time limit, has undone it already. */
  async rollback(): Promise<void> {
    if (this.#refusal === undefined) await this.#end('rollback');
  }

  release(): void {
    clearTimeout(this.#idle);
    this.#endTurn();
  }

  async #end(sql: 'commit' | 'rollback'): Promise<void> {
    if (this.#transaction === 'open') await this.#run({ sql, parameters: [] });
    this.#transaction = 'none';
  }

  async #run(statement: Statement): Promise<StatementResult> {
    if (this.#refusal !== undefined) throw this.#refusal;
    this.#running = true;
    try {
      return await this.#client.run(statement);
    } catch (error) {
      // What follows would be committed by itself, one statement at a time.
      if (this.#transaction === 'open' && error instanceof SqliteFailure && error.undone)
        this.#refusal = error;
      throw error;
    } finally {
      this.#running = false;
      this.#idle.refresh();
    }
  }

  #expire(idleMs: number): void {
    this.#refusal = new SqliteFailure({
      message: `The owner of a transaction did nothing for ${idleMs} ms; it was undone`,
      code: 'TRANSACTION_EXPIRED',
      undone: true
    });
    // Its failure would only say that the thread has ended, which everyone else hears too.
    if (this.#transaction === 'open')
      this.#client.run({ sql: 'rollback', parameters: [] }).catch(() => undefined);
    this.#endTurn();
  }
}
