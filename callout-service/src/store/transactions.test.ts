import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from './port/store.ts';
import { openPostgres } from './postgres/open-postgres.ts';
import type { PostgresOptions } from './postgres/postgres-options.ts';
import { eventually } from './postgres/test-support/eventually.ts';
import { engines, testPlace, type TestPlace } from './test-support/test-store.ts';
import { contextOf } from './transactions.ts';

const job = (key: string) => ({ lane: 'orders', key, payload: {} });
const settings = {
  retryPolicyOf: () => ({ maxAttempts: 5, backoffBaseMs: 1, backoffCeilingMs: 1 }),
  random: () => 0
};

describe.each(engines)('a transaction on %s', (engine) => {
  let place: TestPlace;
  let store: Store;
  beforeEach(async () => {
    place = testPlace(engine);
    store = await place.open();
  });
  afterEach(() => place.remove());
  const enqueued = async () => (await store.jobs.list({ limit: 100 })).map(({ key }) => key);

  it('when all goes well, then everything is there and the result comes back', async () => {
    const result = await store.transaction(async (within) => {
      await within.jobs.enqueueAll([job('a'), job('b')]);
      await within.cursors.move('source', undefined, '1');
      return 'done';
    });
    expect(result).toBe('done');
    expect(await enqueued()).toEqual(['a', 'b']);
    expect(await store.cursors.find('source')).toMatchObject({ value: '1' });
  });

  it('when the work throws, then nothing is there, and what it threw comes out', async () => {
    const fault = new Error('no');
    const failed = store.transaction(async (within) => {
      await within.jobs.enqueue(job('a'));
      throw fault;
    });
    await expect(failed).rejects.toBe(fault);
    expect(await enqueued()).toEqual([]);
  });

  it('when a part fails and its error is caught within, then nothing is committed all the same', async () => {
    const failed = store.transaction(async (within) => {
      await within.jobs.enqueue(job('a'));
      await within.cursors.move('source', 'elsewhere', '1').catch(() => undefined);
    });
    await expect(failed).rejects.toThrow('nothing was committed');
    expect(await enqueued()).toEqual([]);
  });

  it('when a part is not awaited, then nothing is committed', async () => {
    const failed = store.transaction(async (within) => {
      await within.jobs.enqueue(job('a'));
      void within.jobs.enqueue(job('b'));
    });
    await expect(failed).rejects.toThrow('was not awaited');
    expect(await enqueued()).toEqual([]);
  });

  it('when two parts run at once, then that is refused', async () => {
    const failed = store.transaction((within) =>
      Promise.all([within.jobs.enqueue(job('a')), within.jobs.enqueue(job('b'))])
    );
    await expect(failed).rejects.toThrow('one by one');
    expect(await enqueued()).toEqual([]);
  });

  it('when it is used after its end, then that is refused', async () => {
    const within = await store.transaction((content) => Promise.resolve(content));
    await expect(within.jobs.enqueue(job('late'))).rejects.toThrow('ended');
    expect(await enqueued()).toEqual([]);
  });

  it('when it failed, then the next one works as if nothing had been', async () => {
    for (let round = 0; round < 20; round += 1) {
      await store.transaction(() => Promise.reject(new Error('no'))).catch(() => undefined);
    }
    await store.jobs.enqueue(job('a'));
    expect(await enqueued()).toEqual(['a']);
  });
});

describe('a transaction on PostgreSQL that meets another', () => {
  let place: TestPlace;
  beforeEach(async () => {
    place = testPlace('postgres');
    await place.open();
  });
  afterEach(() => place.remove());

  const openWith = (more: Partial<PostgresOptions>) => {
    if (place.database.engine !== 'postgres') throw new Error('This is about PostgreSQL');
    return openPostgres({ ...place.database, ...more });
  };

  it('when two wait for each other, then one runs again and both are done', async () => {
    const opened = await place.openDatabase();
    const context = contextOf(opened, settings);
    const bothHaveOne = Promise.withResolvers<undefined>();
    let runs = 0;
    const take = (first: string, second: string) =>
      context.inTransaction(async ({ database }) => {
        runs += 1;
        await sql`insert into store_fact values (${first}, '') on conflict (name) do update set value = ''`.execute(
          database
        );
        if (runs === 2) bothHaveOne.resolve(undefined);
        await bothHaveOne.promise;
        await sql`insert into store_fact values (${second}, '') on conflict (name) do update set value = ''`.execute(
          database
        );
      });
    try {
      await Promise.all([take('a', 'b'), take('b', 'a')]);
      expect(runs).toBe(3);
    } finally {
      await opened.close();
    }
  });

  it('when it deadlocks again and again, then it ends after five runs', async () => {
    const opened = await place.openDatabase();
    let runs = 0;
    try {
      const failed = contextOf(opened, settings).inTransaction(async ({ database }) => {
        runs += 1;
        await sql`do $$ begin raise sqlstate '40P01'; end $$`.execute(database);
      });
      await expect(failed).rejects.toMatchObject({ code: 'LB618' });
      expect(runs).toBe(5);
    } finally {
      await opened.close();
    }
  });

  it('when a statement is at fault, then it does not run again, and a caught error commits nothing', async () => {
    const opened = await place.openDatabase();
    let runs = 0;
    try {
      const failed = contextOf(opened, settings).inTransaction(async ({ database }) => {
        runs += 1;
        await sql`insert into store_fact values ('kept', '')`.execute(database);
        await sql`select 1 / 0`.execute(database).catch(() => undefined);
      });
      await expect(failed).rejects.toThrow('nothing was committed');
      expect(runs).toBe(1);
      const { rows } = await sql`select from store_fact where name = 'kept'`.execute(opened.database);
      expect(rows).toEqual([]);
    } finally {
      await opened.close();
    }
  });

  it.each([
    ['a lock is held too long', { lockTimeoutMs: 50 }, 'LB618'],
    ['a statement takes too long', { statementTimeoutMs: 100, lockTimeoutMs: 5_000 }, 'LB602']
  ])('when %s, then it fails and says so', async (_what, limits, code) => {
    const holder = await place.openDatabase();
    const waiting = await openWith(limits);
    try {
      const lock = sql`lock table store_fact in exclusive mode`;
      await contextOf(holder, settings).inTransaction(async ({ database }) => {
        await lock.execute(database);
        const failed = contextOf(waiting, settings).inTransaction((within) => lock.execute(within.database));
        await expect(failed).rejects.toMatchObject({ code });
      });
    } finally {
      await waiting.close();
      await holder.close();
    }
  });

  it('when every connection is in use for too long, then it fails and says so', async () => {
    const opened = await openWith({ poolSize: 1, connectTimeoutMs: 300 });
    try {
      await contextOf(opened, settings).inTransaction(async ({ database }) => {
        await sql`select`.execute(database);
        const failed = contextOf(opened, settings).inTransaction((within) =>
          sql`select`.execute(within.database)
        );
        await expect(failed).rejects.toMatchObject({ code: 'LB618' });
      });
    } finally {
      await opened.close();
    }
  });

  it('when it does nothing for too long, then the server ends it and nothing is committed', async () => {
    const opened = await openWith({ idleTransactionTimeoutMs: 50 });
    const watcher = await place.openDatabase();
    try {
      const failed = contextOf(opened, settings).inTransaction(async ({ database }) => {
        await sql`insert into store_fact values ('idle', '')`.execute(database);
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(database);
        const pid = rows[0]?.pid;
        await eventually('the server ends it', async () => {
          const alive = await sql`select from pg_stat_activity where pid = ${pid}`.execute(watcher.database);
          return alive.rows.length === 0;
        });
        await sql`select`.execute(database);
      });
      await expect(failed).rejects.toMatchObject({ code: 'LB602' });
      const { rows } = await sql`select from store_fact where name = 'idle'`.execute(opened.database);
      expect(rows).toEqual([]);
    } finally {
      await watcher.close();
      await opened.close();
    }
  });
});
