import { chmodSync } from 'node:fs';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import Database, { SqliteError } from 'better-sqlite3';
import {
  START_ID,
  type StatementRequest,
  type ThreadAnswer,
  type ThreadFailure,
  type ThreadRequest,
  type ThreadStart
} from './thread-protocol.ts';

// The thread that waits for the disk, so that no request does. It only knows statements; what they mean is known
// outside. It ends with the process, or when it is told to close.

type Connection = ReturnType<typeof openConnections>['writer'];

/** Statements are few and the same; a program that made them up without end must not fill the memory. */
const MAX_PREPARED = 500;

if (parentPort === null) throw new Error('sqlite-thread.ts runs as a thread');
serve(parentPort, workerData as ThreadStart);

function serve(port: MessagePort, start: ThreadStart): void {
  const answer = (message: ThreadAnswer): void => port.postMessage(message);
  try {
    const connections = openConnections(start);
    answer({ id: START_ID, rows: [], changes: 0 });
    port.on('message', (request: ThreadRequest) => void handle(request));
    const handle = async (request: ThreadRequest): Promise<void> => {
      try {
        if (request.kind === 'statement') answer(run(connections[request.connection], request));
        else if (request.kind === 'backup') {
          await connections.reader.database.backup(request.file);
          answer({ id: request.id, rows: [], changes: 0 });
        } else {
          connections.reader.database.close();
          connections.writer.database.close();
          answer({ id: request.id, rows: [], changes: 0 });
          port.close();
        }
      } catch (error) {
        answer({ id: request.id, failure: failureOf(error) });
      }
    };
  } catch (error) {
    answer({ id: START_ID, failure: failureOf(error) });
    port.close();
  }
}

function openConnections({ file, busyTimeoutMs, maxPages }: ThreadStart) {
  const writer = new Database(file, { timeout: busyTimeoutMs });
  chmodSync(file, 0o600); // the log files beside it take over this mode
  writer.pragma('auto_vacuum = INCREMENTAL'); // only a file without tables takes it
  writer.pragma('journal_mode = WAL');
  // better-sqlite3 is built so that WAL runs with NORMAL, which loses acknowledged work in a power cut.
  writer.pragma('synchronous = FULL');
  writer.pragma('foreign_keys = ON');
  if (maxPages !== undefined) writer.pragma(`max_page_count = ${maxPages}`);
  const reader = new Database(file, { timeout: busyTimeoutMs, readonly: true });
  const connection = (database: typeof writer) => ({
    database,
    prepared: new Map<string, Database.Statement<unknown[]>>()
  });
  return { writer: connection(writer), reader: connection(reader) };
}

function run(connection: Connection, { id, sql, parameters, begin }: StatementRequest): ThreadAnswer {
  if (begin) prepare(connection, 'begin immediate').run();
  const statement = prepare(connection, sql);
  if (statement.reader) return { id, rows: statement.all(...parameters), changes: 0 };
  return { id, rows: [], changes: statement.run(...parameters).changes };
}

function prepare(connection: Connection, sql: string) {
  const known = connection.prepared.get(sql);
  if (known !== undefined) return known;
  if (connection.prepared.size >= MAX_PREPARED) connection.prepared.clear();
  const statement = connection.database.prepare<unknown[]>(sql);
  connection.prepared.set(sql, statement);
  return statement;
}

function failureOf(error: unknown): ThreadFailure {
  return {
    message: error instanceof Error ? error.message : String(error),
    code: error instanceof SqliteError ? error.code : undefined
  };
}
