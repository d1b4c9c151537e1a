import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SqliteClient } from './sqlite-client.ts';
import type { SqliteFailure } from './sqlite-failure.ts';
import { sqliteFault } from './sqlite-store-dialect.ts';

describe('the thread of the embedded store', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'ledger-bridge-thread-'));
  });
  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  const start = (): Promise<SqliteClient> =>
    SqliteClient.start({ file: join(directory, 'store.sqlite'), role: 'writer', busyTimeoutMs: 2_000 });
  const run = (client: SqliteClient, sql: string) => client.run({ sql, parameters: [] });
  const faultOf = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => 'none',
      (error: unknown) => sqliteFault(error)?.code ?? error
    );

  it('when it dies, then all who wait and all who come later are told, and the service once', async () => {
    const client = await start();
    const heard: SqliteFailure[] = [];
    client.onEnded((failure) => heard.push(failure));
    const long = `with recursive many (no) as (select 1 union all select no + 1 from many where no < 1000000000)
      select count(*) from many`;
    const waiting = [run(client, long), run(client, 'select 1')].map(faultOf);
    await client.terminate();
    expect(await Promise.all(waiting)).toEqual(['LB602', 'LB602']);
    expect(await faultOf(run(client, 'select 1'))).toBe('LB602');
    expect(heard.map(({ code }) => code)).toEqual(['THREAD_ENDED']);
    await client.close();
  });

  it('when it is closed, then what was asked before is done, and the service is told of no loss', async () => {
    const client = await start();
    const heard: SqliteFailure[] = [];
    client.onEnded((failure) => heard.push(failure));
    const asked = run(client, 'create table note (id integer)');
    await client.close();
    expect(await asked).toMatchObject({ rows: [], changes: 0 });
    expect(await faultOf(run(client, 'select 1'))).toBe('LB602');
    expect(heard).toEqual([]);
  });

  it('when a statement is wrong, then only that one fails', async () => {
    const client = await start();
    const wrong = run(client, 'select * from missing');
    const right = run(client, 'select 1 as one');
    await expect(wrong).rejects.toMatchObject({ code: 'SQLITE_ERROR', message: 'no such table: missing' });
    expect(await right).toMatchObject({ rows: [{ one: 1 }] });
    await client.close();
  });
});
