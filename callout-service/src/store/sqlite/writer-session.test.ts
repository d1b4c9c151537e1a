import { CompiledQuery, sql } from 'kysely';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OpenedDatabase } from '../dialect/store-dialect.ts';
import { addNotes, makeTable, notesIn, testDirectory, type TestDirectory } from './test-sqlite.ts';

describe('transactions of the embedded store', () => {
  let directory: TestDirectory;
  beforeEach(() => {
    directory = testDirectory();
  });
  afterEach(() => directory.remove());

  const withTable = async (options: Parameters<TestDirectory['open']>[0] = {}): Promise<OpenedDatabase> => {
    const opened = await directory.open(options);
    await makeTable(opened);
    return opened;
  };

  const faultOf = async ({ dialect }: OpenedDatabase, work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => 'none',
      (error: unknown) => dialect.faultOf(error)?.code ?? error
    );

  it('when several run at once, then each has its turn, whole and in order', async () => {
    const { database } = await withTable();
    await Promise.all(
      ['a', 'b', 'c'].map((name) =>
        database.transaction().execute((within) => addNotes(within, `${name}1`, `${name}2`, `${name}3`))
      )
    );
    expect(await notesIn(database)).toEqual(['a1', 'a2', 'a3', 'b1', 'b2', 'b3', 'c1', 'c2', 'c3']);
  });

  it('when one does nothing, or is undone before its first statement, then the next one works', async () => {
    const { database } = await withTable();
    await (await database.startTransaction().execute()).commit().execute();
    await (await database.startTransaction().execute()).rollback().execute();
    await database.transaction().execute((within) => addNotes(within, 'a'));
    expect(await notesIn(database)).toEqual(['a']);
  });

  it('when it fails, then nothing of it stays, and readers saw nothing of it', async () => {
    const { database, reader } = await withTable();
    const failing = database.transaction().execute(async (within) => {
      await addNotes(within, 'a');
      expect(await notesIn(reader)).toEqual([]);
      await addNotes(within, 'a');
    });
    await expect(failing).rejects.toThrow('UNIQUE');
    expect(await notesIn(database)).toEqual([]);
  });

  it('when a statement gives rows or changes them, then both are told', async () => {
    const { database } = await withTable();
    const run = async (query: string) => {
      const { rows, numAffectedRows } = await database.executeQuery(CompiledQuery.raw(query));
      return { rows, numAffectedRows };
    };
    expect(await run(`insert into note (text) values ('a'), ('b') returning id`)).toEqual({
      rows: [{ id: 1 }, { id: 2 }],
      numAffectedRows: 2n
    });
    expect(
      await run(`with wanted as (select 2 as id) update note set text = 'c'
        where id in (select id from wanted) returning text`)
    ).toEqual({ rows: [{ text: 'c' }], numAffectedRows: 1n });
    expect(
      await run(`with wanted as (select 1 as id) update note set text = 'd'
      where id in (select id from wanted)`)
    ).toEqual({ rows: [], numAffectedRows: 1n });
    expect(await run(`delete from note where id > 9`)).toEqual({ rows: [], numAffectedRows: 0n });
    expect(await run(`select count(*) as many from note`)).toEqual({
      rows: [{ many: 2 }],
      numAffectedRows: 0n
    });
  });

  it('when the owner of one is lost, then it is undone, refused later, and the next one has its turn', async () => {
    const opened = await withTable({ turnMs: 150 });
    const lost = await opened.database.startTransaction().execute();
    await addNotes(lost, 'lost');
    await vi.waitFor(
      () => opened.database.transaction().execute((within) => addNotes(within, 'next')),
      5_000
    );
    expect(await faultOf(opened, addNotes(lost, 'late'))).toBe('LB618');
    expect(await faultOf(opened, lost.commit().execute())).toBe('LB618');
    await lost.rollback().execute();
    await opened.database.transaction().execute((within) => addNotes(within, 'after'));
    expect(await notesIn(opened.database)).toEqual(['next', 'after']);
  });

  it('when a turn does not come in time, then that is said, and nothing has changed', async () => {
    const opened = await withTable({ turnMs: 300 });
    let working = true;
    const long = opened.database.transaction().execute(async (within) => {
      for (let no = 0; working; no += 1) await addNotes(within, `long ${no}`);
    });
    expect(await faultOf(opened, addNotes(opened.database, 'impatient'))).toBe('LB618');
    working = false;
    await long;
    expect(await notesIn(opened.database)).not.toContain('impatient');
  });

  it('when another process holds the file, then that is said, and the next transaction works', async () => {
    const opened = await withTable({ busyTimeoutMs: 50 });
    const other = new Database(directory.file);
    other.exec('begin immediate');
    const { database } = opened;
    const refused = database.transaction().execute(async (within) => {
      await addNotes(within, 'a').catch(() => undefined);
      await addNotes(within, 'b'); // would be committed by itself
    });
    expect(await faultOf(opened, refused)).toBe('LB618');
    expect(await notesIn(opened.reader)).toEqual([]);
    other.exec('rollback');
    other.close();
    await database.transaction().execute((within) => addNotes(within, 'c'));
    expect(await notesIn(database)).toEqual(['c']);
  });

  it('when the disk is full, then the whole transaction is undone, what was there can be read, and with room it goes on', async () => {
    const opened = await withTable({ maxPages: 40 });
    const { database, reader } = opened;
    await addNotes(database, 'before');
    const tooMuch = database.transaction().execute(async (within) => {
      await addNotes(within, 'first');
      await addNotes(within, 'x'.repeat(400_000)).catch(() => undefined);
      await addNotes(within, 'caught'); // SQLite has undone it all: this would be committed by itself
    });
    expect(await faultOf(opened, tooMuch)).toBe('LB605');
    expect(await notesIn(reader)).toEqual(['before']);
    expect(await faultOf(opened, addNotes(database, 'y'.repeat(400_000)))).toBe('LB605');
    await sql`pragma max_page_count = 1000`.execute(database);
    await database.transaction().execute((within) => addNotes(within, 'z'.repeat(400_000)));
    expect(await notesIn(database)).toHaveLength(2);
    expect(await opened.dialect.checkPages(reader)).toEqual([]);
  });

  it('when a great change is committed, then this thread goes on meanwhile', async () => {
    const opened = await withTable();
    const { database } = opened;
    let longestMs = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      longestMs = Math.max(longestMs, performance.now() - last);
      last = performance.now();
    }, 2);
    const began = performance.now();
    await sql`insert into note (text) with recursive many (no) as
      (select 1 union all select no + 1 from many where no < 100000)
      select no || ' ' || hex(zeroblob(400)) from many`.execute(database);
    const tookMs = performance.now() - began;
    clearInterval(beat);
    expect(tookMs).toBeGreaterThan(200);
    expect(longestMs).toBeLessThan(tookMs / 2);
  });
});
