import { sql, type Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenedDatabase } from '../dialect/store-dialect.ts';
import type { StoreDatabase } from '../schema/store-database.ts';
import { halfWay } from '../test-support/half-way-migration.ts';
import { migrationPlace, type MigrationPlace } from '../test-support/migration-place.ts';
import { engines } from '../test-support/test-store.ts';
import type { FixtureRows } from './frozen/fixture-rows.ts';
import { rowsOf001 } from './frozen/rows-of-001.ts';
import { rowsOf002 } from './frozen/rows-of-002.ts';
import { rowsOf003 } from './frozen/rows-of-003.ts';
import { rowsOf004 } from './frozen/rows-of-004.ts';
import { migrateStore, newestVersion, versionOfStore } from './migrate.ts';
import { storeMigrations } from './migrations.ts';
import { schemaText } from '../test-support/schema-text.ts';

const stores: Readonly<Record<string, FixtureRows>> = {
  '001-jobs': rowsOf001,
  '002-records': rowsOf002,
  '003-operation': rowsOf003,
  '004-engine': rowsOf004
};
const versions = Object.keys(stores);
const newest = newestVersion();
const newestRows = stores[newest] ?? {};

it('when a migration is added, then there are rows of its version to migrate', () => {
  expect(versions).toEqual(Object.keys(storeMigrations).toSorted());
});

describe.each(engines)('migrations in %s', (engine) => {
  let place: MigrationPlace;
  let opened: OpenedDatabase;
  beforeEach(async () => {
    place = migrationPlace(engine);
    opened = await place.open();
  });
  afterEach(async () => {
    await opened.close();
    await place.remove();
  });

  const version = () => versionOfStore(opened.database, opened.dialect);
  const everything = async () => ({
    version: await version(),
    schema: await schemaText(opened),
    rows: await rowsIn(opened.database, newestRows)
  });

  it.each(versions)('when a store at %s with data is migrated, then every row is as it was', async (from) => {
    const rows = stores[from] ?? {};
    await migrateStore(opened, from);
    expect(await version()).toBe(from);
    await insert(opened.database, rows);
    await migrateStore(opened);
    expect(await version()).toBe(newest);
    expect(await rowsIn(opened.database, rows)).toEqual(rows);
  });

  it.each(versions)(
    'when the steps until %s have run, then the tables are those that are written down',
    async (to) => {
      await migrateStore(opened, to);
      await expect(await schemaText(opened)).toMatchFileSnapshot(`./frozen/schema-of-${to}.${engine}.txt`);
    }
  );

  it.each(versions)('when every table of %s is looked at, then its fixture has rows of it', async (at) => {
    await migrateStore(opened, at);
    const tables = [...(await schemaText(opened)).matchAll(/^table (\w+)$/gm)].map(([, table]) => table);
    expect(Object.keys(stores[at] ?? {}).toSorted()).toEqual(tables.toSorted());
  });

  it('when a step fails in the middle, then the store is as before, and the next start completes it', async () => {
    await migrateStore(opened);
    await insert(opened.database, newestRows);
    const before = await everything();
    const failing = {
      ...storeMigrations,
      '999-next': halfWay(() => Promise.reject(new Error('no more room')))
    };
    await expect(migrateStore(opened, undefined, failing)).rejects.toThrow('no more room');
    expect(await everything()).toEqual(before);
    await migrateStore(opened, undefined, {
      ...storeMigrations,
      '999-next': halfWay(() => Promise.resolve())
    });
    expect(await version()).toBe('999-next');
    const lanes = await sql`select distinct lane, next_column from job`.execute(opened.database);
    expect(lanes.rows).toEqual([{ lane: 'changed', next_column: null }]);
  });

  it('when a process is killed in the middle of a step, then the store is as before, and the next start completes it', async () => {
    await migrateStore(opened);
    await insert(opened.database, newestRows);
    const before = await everything();
    const child = place.process('stuck half way');
    await child.said('ready');
    child.go();
    await child.said('half way');
    await child.kill();
    expect(await everything()).toEqual(before);
    await migrateStore(opened, undefined, {
      ...storeMigrations,
      '999-next': halfWay(() => Promise.resolve())
    });
    expect(await version()).toBe('999-next');
  });

  it.each(['nothing', '001-jobs'])(
    'when two processes migrate a store at %s at once, then both find it migrated',
    async (from) => {
      const rows = stores[from] ?? {};
      if (from !== 'nothing') await migrateStore(opened, from);
      await insert(opened.database, rows);
      const children = [place.process('as released'), place.process('as released')];
      for (const child of children) await child.said('ready');
      for (const child of children) child.go();
      expect(await Promise.all(children.map((child) => child.ended()))).toEqual([0, 0]);
      expect(await version()).toBe(newest);
      expect(await rowsIn(opened.database, rows)).toEqual(rows);
    }
  );

  it('when a newer release has worked with the store, then it is refused and untouched', async () => {
    await migrateStore(opened, undefined, {
      ...storeMigrations,
      '999-next': halfWay(() => Promise.resolve())
    });
    const before = await schemaText(opened);
    await expect(migrateStore(opened)).rejects.toMatchObject({
      code: 'LB604',
      message: `The store is at 999-next, this release knows ${newest}.`
    });
    expect(await schemaText(opened)).toBe(before);
    expect(await version()).toBe('999-next');
  });
});

async function insert(database: Kysely<StoreDatabase>, tables: FixtureRows): Promise<void> {
  for (const [table, rows] of Object.entries(tables)) {
    for (const row of rows) {
      const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)));
      const values = sql.join(Object.values(row));
      await sql`insert into ${sql.table(table)} (${columns}) values (${values})`.execute(database);
    }
  }
}

/** The columns that the fixture knows, in its order of rows. */
async function rowsIn(database: Kysely<StoreDatabase>, tables: FixtureRows): Promise<FixtureRows> {
  const found: Record<string, FixtureRows[string]> = {};
  for (const [table, rows] of Object.entries(tables)) {
    const columns = Object.keys(rows[0] ?? {});
    const { rows: all } = await sql<
      FixtureRows[string][number]
    >`select ${sql.join(columns.map((column) => sql.ref(column)))}
      from ${sql.table(table)}`.execute(database);
    const place = (row: object): number => rows.findIndex((one) => sameKey(one, row, columns));
    found[table] = all.toSorted((one, other) => place(one) - place(other));
  }
  return found;
}

/** Each table's first two columns, or its id, tell its rows apart. */
function sameKey(one: object, other: object, columns: readonly string[]): boolean {
  const key = columns.includes('id') ? ['id'] : columns.slice(0, 2);
  const values = (row: object) =>
    JSON.stringify(key.map((column) => Object.entries(row).find(([name]) => name === column)));
  return values(one) === values(other);
}
