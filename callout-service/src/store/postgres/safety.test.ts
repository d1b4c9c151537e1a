import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type {} from '../../../../test/support/postgres/global-setup.ts';
import {
  findPostgres,
  startPostgres,
  type PostgresServer
} from '../../../../test/support/postgres/postgres-server.ts';
import { openPostgres } from './open-postgres.ts';
import type { PostgresOptions } from './postgres-options.ts';
import { refuseUnsafe, type ServerSettings } from './safety.ts';

const options = (url: string): PostgresOptions => ({
  url,
  schema: 'safety',
  poolSize: 2,
  connectTimeoutMs: 5_000,
  statementTimeoutMs: 10_000
});
const refusal = (url: string, more: Partial<PostgresOptions> = {}) =>
  openPostgres({ ...options(url), ...more }).then(
    async (opened) => {
      await opened.close();
      return 'opened';
    },
    (error: unknown) => error
  );

function expectRefusal(found: unknown, why: string): void {
  expect(found).toMatchObject({ code: 'LB601' });
  expect(String(found)).toContain(why);
}

describe('a PostgreSQL that would not keep what it acknowledges', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    const programs = findPostgres();
    if (programs === undefined) throw new Error('These tests need PostgreSQL');
    server = await startPostgres(programs, { fsync: true });
  });
  afterAll(() => server.close());

  it('when all is as it must be, then the store opens', async () => {
    expect(await refusal(server.url)).toBe('opened');
  });

  it('when fsync is off, then it is refused by name', async () => {
    expectRefusal(await refusal(inject('postgresUrl')), 'fsync is off');
  });

  it('when full_page_writes is switched off while it runs, then the next start is refused', async () => {
    await server.execute('alter system set full_page_writes = off');
    await server.execute('select pg_reload_conf()');
    const found = await refusal(server.url);
    await server.execute('alter system reset full_page_writes');
    await server.execute('select pg_reload_conf()');
    expectRefusal(found, 'full_page_writes is off');
  });

  it('when the user commits without waiting for the disk, then it is refused', async () => {
    await server.execute('create role hasty superuser login');
    await server.execute('alter role hasty set synchronous_commit = off');
    expectRefusal(await refusal(server.url.replace('postgres@', 'hasty@')), 'synchronous_commit is off');
  });

  it('when the database is not in UTF-8, or takes no changes, then it is refused', async () => {
    await server.execute('create database ascii encoding SQL_ASCII template template0');
    await server.execute('create role reader superuser login');
    await server.execute('alter role reader set default_transaction_read_only = on');
    expectRefusal(await refusal(server.url.replace(/postgres$/, 'ascii')), 'SQL_ASCII');
    expect(await refusal(server.url.replace('postgres@', 'reader@'))).toMatchObject({ code: 'LB601' });
  });

  it('when the user may not make the schema, then it is refused, and not when it is there already', async () => {
    await server.execute('create role guest login');
    const guest = server.url.replace('postgres@', 'guest@');
    expect(await refusal(guest, { schema: 'forbidden' })).toMatchObject({ code: 'LB601' });
    await server.execute('create schema allowed authorization guest');
    expect(await refusal(guest, { schema: 'allowed' })).toBe('opened');
  });

  it('when the database would set a session up otherwise, then the store has its own way', async () => {
    await server.execute('create database other');
    await server.execute(`alter database other set default_transaction_isolation = 'serializable'`);
    const url = `${server.url.replace(/postgres$/, 'other')}?options=-c%20search_path%3Dpublic`;
    const opened = await openPostgres(options(url));
    const client = new Client(url);
    await client.connect();
    try {
      await opened.database.schema.createTable('probe').addColumn('id', 'integer').execute();
      const { rows } = await client.query(`select schemaname from pg_tables where tablename = 'probe'`);
      expect(rows).toEqual([{ schemaname: 'safety' }]);
    } finally {
      await client.end();
      await opened.close();
    }
  });
});

describe('what cannot be a store', () => {
  const sound: ServerSettings = {
    server_version_num: '150018',
    server_encoding: 'UTF8',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    read_only: 'off',
    standby: false
  };

  it('when the server is too old or a standby, then it is refused', () => {
    expect(() => refuseUnsafe(sound, true)).not.toThrow();
    expect(() => refuseUnsafe({ ...sound, server_version_num: '120022' }, true)).toThrow(/version is 120022/);
    expect(() => refuseUnsafe({ ...sound, standby: true, read_only: 'on' }, false)).toThrow(/standby/);
    expect(() => refuseUnsafe({ ...sound, synchronous_commit: 'local' }, true)).not.toThrow();
  });

  it.each(['Store', 'a-b', '', 'pg_store', `a${'b'.repeat(63)}`, 'a"; drop schema x; --'])(
    'when the schema is named %s, then it is refused before anything is asked',
    async (schema) => {
      expect(await refusal('postgres://127.0.0.1:1/none', { schema })).toMatchObject({ code: 'LB601' });
    }
  );

  it('when the server is away or the URL is none, then the error says so without the password', async () => {
    const away = await refusal('postgres://store:s3cret-pw@127.0.0.1:1/store');
    const wrong = await refusal('s3cret-pw@nowhere');
    expect(away).toMatchObject({ code: 'LB602' });
    expect(wrong).toMatchObject({ code: 'LB601' });
    for (const error of [away, wrong]) {
      expect(error instanceof Error && `${error.message} ${String(error.cause)}`).not.toContain('s3cret-pw');
    }
  });
});
