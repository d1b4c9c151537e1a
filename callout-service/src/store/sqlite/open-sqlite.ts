import { EventEmitter } from 'node:events';
import { resolve } from 'node:path';
import { Kysely } from 'kysely';
import type { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { OpenedDatabase } from '../dialect/store-dialect.ts';
import type { StoreDatabase } from '../schema/store-database.ts';
import { openingFault } from './opening-fault.ts';
import { SqliteClient } from './sqlite-client.ts';
import { readerDialect, writerDialect } from './sqlite-kysely-dialect.ts';
import { copySqlite } from './copy-sqlite.ts';
import { sqliteFault, sqliteStoreDialect } from './sqlite-store-dialect.ts';
import { prepareFiles } from './store-files.ts';
import { takeStoreLock, type StoreLock } from './store-lock.ts';
import type { ThreadStart } from './thread-protocol.ts';
import { Turns } from './turns.ts';

/** Where the embedded store is, and who may use it. */
export interface SqliteOptions {
  /** Made, with its directory, where it is missing: mode 0600, directory 0700. On a disk of this machine. */
  readonly file: string;
  /** `exclusive` for the service: a second one is refused. `shared` for a tool beside a running service. */
  readonly use: 'exclusive' | 'shared';
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Time that a statement waits for another process. */
  readonly busyTimeoutMs: number;
  /** Time that a change waits for its turn in this process, and that a transaction may do nothing; 30 s if not given. */
  readonly turnMs?: number;
  /** Hears that the thread of the store has ended: nothing works any more until the service is started anew. */
  readonly onLost?: (fault: LedgerBridgeError) => void;
  /** For tests of a full disk. */
  readonly maxPages?: number;
}

const TURN_MS = 30_000;

/**
 * Opens the embedded store.
 * @throws LedgerBridgeError LB601 it would not be durable or cannot be opened, LB603 in use by another service, LB606 damaged.
 */
export async function openSqlite(options: SqliteOptions): Promise<OpenedDatabase> {
  const file = resolve(options.file);
  let lock: StoreLock | undefined;
  try {
    prepareFiles(file);
    if (options.use === 'exclusive') lock = takeStoreLock(file);
    return await openThreads({ ...options, file }, lock);
  } catch (error) {
    lock?.release();
    throw openingFault(error, file);
  }
}

async function openThreads(options: SqliteOptions, lock: StoreLock | undefined): Promise<OpenedDatabase> {
  const { turnMs = TURN_MS } = options;
  const start = threadStarter(options);
  const { writing, reading } = await startBoth(start);
  const turns = new Turns(turnMs);
  const own = new Set<SqliteClient>();
  const startOwn = async (): Promise<SqliteClient> => {
    const client = await start('reader');
    own.add(client);
    void client.whenEnded().then(() => own.delete(client));
    return client;
  };
  const close = async (): Promise<void> => {
    // Behind everything that waits already; a transaction whose owner is lost is not waited for.
    await turns.take().catch(() => undefined);
    await Promise.all([...own, reading].map((client) => client.close()));
    await writing.close(); // the last one brings the log into the file and removes it
    lock?.release();
  };
  let closing: Promise<void> | undefined;
  return {
    database: new Kysely<StoreDatabase>({ dialect: writerDialect(writing, turns, turnMs) }),
    reader: new Kysely<StoreDatabase>({ dialect: readerDialect(reading, startOwn) }),
    dialect: sqliteStoreDialect(options.clock),
    ...dueInProcess(),
    backup: (target) => copySqlite(() => start('reader'), target),
    close: () => (closing ??= close())
  };
}

/** The reader comes second, since only the writer makes the file. */
async function startBoth(start: ReturnType<typeof threadStarter>) {
  const writing = await start('writer');
  try {
    return { writing, reading: await start('reader') };
  } catch (error) {
    await writing.close();
    throw error;
  }
}

function threadStarter({ file, busyTimeoutMs, maxPages, onLost }: SqliteOptions) {
  return async (role: ThreadStart['role']): Promise<SqliteClient> => {
    const client = await SqliteClient.start({ file, role, busyTimeoutMs, maxPages });
    client.onEnded((failure) => {
      const fault = sqliteFault(failure);
      if (fault !== undefined) onLost?.(fault);
    });
    return client;
  };
}

/** The embedded store has one service: who is to hear is in this process. */
function dueInProcess(): Pick<OpenedDatabase, 'onDue' | 'committed'> {
  const due = new EventEmitter();
  // One for each lane that is worked, however many there are.
  due.setMaxListeners(0);
  return {
    onDue(listener) {
      due.on('due', listener);
      return () => due.off('due', listener);
    },
    committed(lanes) {
      for (const lane of lanes) due.emit('due', lane);
    }
  };
}
