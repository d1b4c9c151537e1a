import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { OpenedDatabase } from '../dialect/store-dialect.ts';
import { openSqlite, type SqliteOptions } from './open-sqlite.ts';

/** A directory of its own for a test, and what was opened in it. */
export interface TestDirectory {
  readonly path: string;
  /** Where the store is, unless a test says otherwise. */
  readonly file: string;
  open(options?: Partial<SqliteOptions>): Promise<OpenedDatabase>;
  /** Closes everything and removes it. */
  remove(): Promise<void>;
}

export function testDirectory(): TestDirectory {
  const path = mkdtempSync(join(tmpdir(), 'ledger-bridge-sqlite-'));
  const file = join(path, 'made', 'store.sqlite');
  const opened = new Set<OpenedDatabase>();
  return {
    path,
    file,
    async open(options = {}) {
      const one = await openSqlite({
        file,
        use: 'shared',
        clock: Date.now,
        busyTimeoutMs: 2_000,
        ...options
      });
      opened.add(one);
      return one;
    },
    async remove() {
      for (const one of opened) await one.close();
      rmSync(path, { recursive: true });
    }
  };
}

/** A table of the test's own: the engine knows nothing of the store's. */
export async function makeTable({ database }: OpenedDatabase): Promise<void> {
  await sql`create table note (id integer primary key, text text not null unique) strict`.execute(database);
}

export async function addNotes(
  database: OpenedDatabase['database'],
  ...texts: readonly string[]
): Promise<void> {
  for (const text of texts) await sql`insert into note (text) values (${text})`.execute(database);
}

/** Texts of all notes, oldest first. */
export async function notesIn(database: OpenedDatabase['database']): Promise<readonly string[]> {
  const { rows } = await sql<{ text: string }>`select text from note order by id`.execute(database);
  return rows.map(({ text }) => text);
}
