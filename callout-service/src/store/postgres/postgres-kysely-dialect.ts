import {
  AbortedTransactionError,
  PostgresAdapter,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult
} from 'kysely';
import type { ConnectionPool, PooledConnection } from './connection-pool.ts';
import { CommitUnanswered } from './postgres-failure.ts';
import { endsConnection } from './postgres-faults.ts';
import { schemaIntrospector } from './schema-introspector.ts';

/**
 * Kysely over our pool: a transaction begins with its first statement, in the same message where that is possible. It
 * knows of one schema.
 */
export function postgresKyselyDialect(pool: ConnectionPool, schema: string): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PostgresDriver(pool),
    createIntrospector: (database) => schemaIntrospector(database, schema),
    createQueryCompiler: () => new PostgresQueryCompiler()
  };
}

class PostgresDriver implements Driver {
  readonly #pool: ConnectionPool;

  constructor(pool: ConnectionPool) {
    this.#pool = pool;
  }

  async init(): Promise<void> {
    // The pool connects when it is needed.
  }

  async acquireConnection(): Promise<PostgresConnection> {
    return new PostgresConnection(await this.#pool.acquire());
  }

  beginTransaction(connection: PostgresConnection): Promise<void> {
    connection.beginWithNext();
    return Promise.resolve();
  }

  async commitTransaction(connection: PostgresConnection): Promise<void> {
    await connection.commit();
  }

  async rollbackTransaction(connection: PostgresConnection): Promise<void> {
    await connection.rollback();
  }

  releaseConnection(connection: PostgresConnection): Promise<void> {
    connection.release();
    return Promise.resolve();
  }

  async destroy(): Promise<void> {
    // Who made the pool closes it.
  }
}

class PostgresConnection implements DatabaseConnection {
  readonly #pooled: PooledConnection;
  #begin = false;
  #spoilt = false;

  constructor(pooled: PooledConnection) {
    this.#pooled = pooled;
  }

  beginWithNext(): void {
    this.#begin = true;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { command, rowCount, rows } = await this.#run<Row>(sql, parameters);
    const changes = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(command);
    return changes ? { rows, numAffectedRows: BigInt(rowCount ?? 0) } : { rows };
  }

  /** @throws CommitUnanswered when it was sent, but is not known to have been carried out. */
  async commit(): Promise<void> {
    if (this.#neverBegan()) return;
    const { lost } = this.#pooled.client;
    if (lost !== undefined) throw lost; // it was not even sent
    const { command } = await this.#pooled.client.ask('commit').catch((error: unknown) => {
      throw endsConnection(error) ? new CommitUnanswered(error) : error;
    });
    // So PostgreSQL answers when a statement had failed before.
    if (command === 'ROLLBACK') throw new AbortedTransactionError();
  }

  async rollback(): Promise<void> {
    if (this.#neverBegan()) return;
    this.#spoilt = true;
    await this.#pooled.client.ask('rollback');
    this.#spoilt = false;
  }

  /** One that may still be in a transaction does not go back into the pool. */
  release(): void {
    this.#pooled.release(this.#spoilt);
  }

  streamQuery(): never {
    throw new Error('The store reads by page');
  }

  /**
   * Statements of one text fail together, so BEGIN is never carried out without the other or the other without BEGIN.
   * A text with values takes one statement only.
   */
  async #run<Row>(sql: string, parameters: readonly unknown[]) {
    const { client } = this.#pooled;
    if (!this.#begin) return client.ask<Row & object>(sql, parameters);
    this.#begin = false;
    if (parameters.length === 0) return client.ask<Row & object>(`begin; ${sql}`);
    await client.ask('begin');
    return client.ask<Row & object>(sql, parameters);
  }

  #neverBegan(): boolean {
    const neverBegan = this.#begin;
    this.#begin = false;
    return neverBegan;
  }
}
