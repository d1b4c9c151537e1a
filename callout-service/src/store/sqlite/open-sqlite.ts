import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely } from 'kysely';
import type { OpenedDatabase } from '../dialect/store-dialect.ts';
import type { StoreDatabase } from '../schema/store-database.ts';
import { SqliteClient } from './sqlite-client.ts';
import { sqliteKyselyDialect } from './sqlite-kysely-dialect.ts';
import { sqliteStoreDialect } from './sqlite-store-dialect.ts';

/** Where the embedded store is, and who may use it. */
export interface SqliteOptions {
  /** Made, with its directory, where it is missing: mode 0600, directory 0700. */
  readonly file: string;
  /** `exclusive` for the service: a second one is refused. `shared` for a tool beside a running service. */
  readonly use: 'exclusive' | 'shared';
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly busyTimeoutMs: number;
  /** For tests of a full disk. */
  readonly maxPages?: number;
}

/**
 * Opens the embedded store.
 * @throws LedgerBridgeError LB601 it would not be durable or cannot be opened, LB603 in use by another service, LB606 damaged.
 */
export async function openSqlite(options: SqliteOptions): Promise<OpenedDatabase> {
  mkdirSync(dirname(options.file), { recursive: true, mode: 0o700 });
  const client = await SqliteClient.start({
    file: options.file,
    busyTimeoutMs: options.busyTimeoutMs,
    maxPages: options.maxPages
  });
  const database = new Kysely<StoreDatabase>({ dialect: sqliteKyselyDialect(client, 'writer') });
  const reader = new Kysely<StoreDatabase>({ dialect: sqliteKyselyDialect(client, 'reader') });
  const due = new EventEmitter();
  return {
    database,
    reader,
    dialect: sqliteStoreDialect(options.clock),
    onDue(listener) {
      due.on('due', listener);
      return () => due.off('due', listener);
    },
    committed(lanes) {
      for (const lane of lanes) due.emit('due', lane);
    },
    backup: (file) => client.backup(file),
    close: () => client.close()
  };
}
