import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenedDatabase } from '../dialect/store-dialect.ts';
import { makeTable, addNotes, notesIn, testDirectory, type TestDirectory } from './test-sqlite.ts';

describe('copies of the embedded store', () => {
  let directory: TestDirectory;
  let opened: OpenedDatabase;
  beforeEach(async () => {
    directory = testDirectory();
    opened = await directory.open({ use: 'exclusive' });
    await makeTable(opened);
  });
  afterEach(() => directory.remove());

  const target = (): string => join(directory.path, 'copy.sqlite');
  const copy = (file = target()): Promise<void> =>
    opened.backup?.(file) ?? Promise.reject(new Error('No backup'));

  it('when a copy is made while changes go on, then it is one moment of the store, and none of them waits for it', async () => {
    let copying = true;
    let changes = 0;
    const change = async (): Promise<void> => {
      while (copying) {
        const name = `pair ${(changes += 1)}`;
        await opened.database.transaction().execute((within) => addNotes(within, `${name}a`, `${name}b`));
      }
    };
    await addNotes(opened.database, 'x'.repeat(3_000_000));
    const changing = change();
    await copy();
    copying = false;
    await changing;
    const copied = await directory.open({ file: target() });
    expect(await copied.dialect.checkPages(copied.reader)).toEqual([]);
    const notes = await notesIn(copied.reader);
    const all = await notesIn(opened.reader);
    expect(notes.length % 2).toBe(1);
    expect(notes).toEqual(all.slice(0, notes.length));
    expect(changes).toBeGreaterThan(1);
  });

  it.skipIf(process.platform === 'win32')('when a copy is made, then it is the owner’s alone', async () => {
    await copy();
    expect(statSync(target()).mode & 0o777).toBe(0o600);
    expect(readdirSync(directory.path).toSorted()).toEqual(['copy.sqlite', 'made']);
  });

  it('when something is there already, then it is refused and stays', async () => {
    writeFileSync(target(), 'mine');
    await expect(copy()).rejects.toMatchObject({ code: 'LB619' });
    expect(statSync(target()).size).toBe(4);
  });

  it('when it cannot be written, then that is said, and nothing is left behind', async () => {
    await expect(copy(join(directory.path, 'missing', 'copy.sqlite'))).rejects.toMatchObject({
      code: 'LB619'
    });
    expect(readdirSync(directory.path)).toEqual(['made']);
  });

  it('when a transaction reads for long, then it sees one moment, and nobody waits for it', async () => {
    await addNotes(opened.database, 'a');
    await opened.reader.transaction().execute(async (snapshot) => {
      expect(await notesIn(snapshot)).toEqual(['a']);
      await addNotes(opened.database, 'b');
      expect(await notesIn(opened.reader)).toEqual(['a', 'b']);
      expect(await notesIn(snapshot)).toEqual(['a']);
    });
  });

  it('when much was deleted, then its room goes back to the disk while others write', async () => {
    await sql`insert into note (text) with recursive many (no) as
      (select 1 union all select no + 1 from many where no < 30000)
      select no || ' ' || hex(zeroblob(400)) from many`.execute(opened.database);
    const before = await opened.dialect.sizeBytes(opened.reader);
    await sql`delete from note where id > 10`.execute(opened.database);
    await Promise.all([
      opened.dialect.giveBackSpace(opened.database),
      opened.database.transaction().execute((within) => addNotes(within, 'meanwhile'))
    ]);
    await sql`pragma wal_checkpoint(truncate)`.execute(opened.database);
    expect(before).toBeGreaterThan(20_000_000);
    expect(statSync(directory.file).size).toBeLessThan(6_000_000);
    expect(await notesIn(opened.reader)).toHaveLength(11);
  });

  it('when a long reader let the log grow, then it is small again once the reader has ended', async () => {
    await opened.reader.transaction().execute(async (snapshot) => {
      await notesIn(snapshot);
      for (let no = 0; no < 8; no += 1) await addNotes(opened.database, `${no} ${'x'.repeat(4_000_000)}`);
    });
    const grown = statSync(`${directory.file}-wal`).size;
    for (const text of ['a', 'b', 'c']) await addNotes(opened.database, text);
    expect(grown).toBeGreaterThan(30_000_000);
    expect(statSync(`${directory.file}-wal`).size).toBeLessThan(17_000_000);
  });
});
