import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OpenedDatabase } from '../dialect/store-dialect.ts';
import { migrationPlace, type MigrationPlace } from '../test-support/migration-place.ts';
import { migrateStore, newestVersion, versionOfStore } from './migrate.ts';

/** Where all schemas were read, one of the first ten looks failed. */
const LOOKS = 100;

let place: MigrationPlace;
let opened: OpenedDatabase;
let other: OpenedDatabase;

beforeEach(async () => {
  place = migrationPlace('postgres');
  opened = await place.open();
  other = await place.open();
});
afterEach(async () => {
  await other.close();
  await opened.close();
  await place.remove();
});

/** Another application: a schema with tables, which comes and goes. */
async function comeAndGo(name: string): Promise<void> {
  const tables = Array.from(
    { length: 20 },
    (_, number) => `create table ${name}.t${number} (id serial, a text, b text, c text, d text, e text)`
  );
  await sql.raw(['begin', `create schema ${name}`, ...tables, 'commit'].join('; ')).execute(other.database);
  await sql.raw(`drop schema ${name} cascade`).execute(other.database);
}

it('when other schemas come and go meanwhile, then the store is migrated and tells its version', async () => {
  const over = new AbortController();
  const name = `passing_${process.pid}`;
  const passing = (async () => {
    while (!over.signal.aborted) await comeAndGo(name);
  })();
  try {
    await migrateStore(opened);
    for (let times = 0; times < LOOKS; times += 1) {
      expect(await versionOfStore(opened.database, opened.dialect)).toBe(newestVersion());
    }
  } finally {
    over.abort();
    await passing;
  }
});
