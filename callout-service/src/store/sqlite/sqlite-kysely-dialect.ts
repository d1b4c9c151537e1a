import {
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult
} from 'kysely';
import type { SqliteClient } from './sqlite-client.ts';
import type { SqliteValue } from './thread-protocol.ts';

/** SQLite undoes statements that change tables like any other. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Kysely over the thread: who writes takes turns, a whole transaction at a time. */
export function sqliteKyselyDialect(client: SqliteClient, connection: 'writer' | 'reader'): Dialect {
  return {
    createAdapter: () => new TransactionalSqliteAdapter(),
    createDriver: () => new SqliteThreadDriver(new SqliteThreadConnection(client, connection)),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler()
  };
}

class SqliteThreadDriver implements Driver {
  readonly #connection: SqliteThreadConnection;
  #turn: Promise<void> = Promise.resolve();
  #endTurn: () => void = () => undefined;

  constructor(connection: SqliteThreadConnection) {
    this.#connection = connection;
  }

  async init(): Promise<void> {
    // The thread stands already.
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#turn;
    let endTurn: () => void = () => undefined;
    this.#turn = new Promise((resolve) => (endTurn = resolve));
    await before;
    this.#endTurn = endTurn;
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#endTurn();
  }

  async beginTransaction(): Promise<void> {
    this.#connection.beginWithNext();
  }

  async commitTransaction(): Promise<void> {
    await this.#connection.end('commit');
  }

  async rollbackTransaction(): Promise<void> {
    await this.#connection.end('rollback');
  }

  async destroy(): Promise<void> {
    // Who made the client closes it.
  }
}

class SqliteThreadConnection implements DatabaseConnection {
  readonly #client: SqliteClient;
  readonly #connection: 'writer' | 'reader';
  #begin = false;

  constructor(client: SqliteClient, connection: 'writer' | 'reader') {
    this.#client = client;
    this.#connection = connection;
  }

  beginWithNext(): void {
    this.#begin = true;
  }

  async end(how: 'commit' | 'rollback'): Promise<void> {
    const neverBegan = this.#begin;
    this.#begin = false;
    if (!neverBegan) await this.#run(how, []);
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, changes } = await this.#run(sql, parameters as readonly SqliteValue[]);
    return { rows: rows as Row[], numAffectedRows: BigInt(changes) };
  }

  // eslint-disable-next-line require-yield -- the interface asks for it; the store reads by page
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('The store reads by page');
  }

  #run(sql: string, parameters: readonly SqliteValue[]) {
    const begin = this.#begin;
    this.#begin = false;
    return this.#client.run({ connection: this.#connection, sql, parameters, begin });
  }
}
