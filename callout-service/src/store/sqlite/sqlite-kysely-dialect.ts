import {
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver
} from 'kysely';
import { ReaderSession } from './reader-session.ts';
import type { SqliteClient } from './sqlite-client.ts';
import type { Turns } from './turns.ts';
import { WriterSession } from './writer-session.ts';

/** SQLite undoes statements that change tables like any other; who comes when is the drivers' matter. */
class ThreadAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }

  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

/** Kysely on the thread that writes: a whole transaction at a time. */
export function writerDialect(client: SqliteClient, turns: Turns, idleMs: number): Dialect {
  return dialectWith({
    ...stands,
    acquireConnection: async () => new WriterSession({ client, endTurn: await turns.take(), idleMs }),
    beginTransaction(session) {
      writer(session).begin();
      return Promise.resolve();
    },
    commitTransaction: (session) => writer(session).commit(),
    rollbackTransaction: (session) => writer(session).rollback(),
    releaseConnection(session) {
      writer(session).release();
      return Promise.resolve();
    }
  });
}

/** Kysely on threads that read. */
export function readerDialect(shared: SqliteClient, startOwn: () => Promise<SqliteClient>): Dialect {
  return dialectWith({
    ...stands,
    acquireConnection: () => Promise.resolve(new ReaderSession(shared)),
    async beginTransaction(session) {
      reader(session).begin(await startOwn());
    },
    commitTransaction: (session) => reader(session).end(),
    rollbackTransaction: (session) => reader(session).end(),
    releaseConnection: (session) => reader(session).end()
  });
}

/** Who started the threads ends them. */
const stands = { init: () => Promise.resolve(), destroy: () => Promise.resolve() };

function dialectWith(driver: Driver): Dialect {
  return {
    createAdapter: () => new ThreadAdapter(),
    createDriver: () => driver,
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler()
  };
}

function writer(session: DatabaseConnection): WriterSession {
  if (session instanceof WriterSession) return session;
  throw new TypeError('This session was not begun by the writer');
}

function reader(session: DatabaseConnection): ReaderSession {
  if (session instanceof ReaderSession) return session;
  throw new TypeError('This session was not begun by the reader');
}
