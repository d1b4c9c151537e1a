import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync
} from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NotDurable, openConnection } from './sqlite-connection.ts';
import { addNotes, makeTable, notesIn, testDirectory, type TestDirectory } from './test-sqlite.ts';

describe('opening the embedded store', () => {
  let directory: TestDirectory;
  beforeEach(() => {
    directory = testDirectory();
  });
  afterEach(() => directory.remove());

  const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

  /** A store with some pages, closed again. */
  async function made(): Promise<string> {
    const opened = await directory.open();
    await makeTable(opened);
    await addNotes(opened.database, ...Array.from({ length: 50 }, (_, no) => `${no} ${'x'.repeat(2_000)}`));
    await opened.close();
    return directory.file;
  }

  it('when it is opened, then what it acknowledges is flushed', async () => {
    const { database } = await directory.open();
    const pragma = async (name: string): Promise<unknown> => {
      const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(database);
      return Object.values(rows[0] ?? {})[0];
    };
    expect(await pragma('journal_mode')).toBe('wal');
    expect(await pragma('synchronous')).toBe(2);
    expect(await pragma('foreign_keys')).toBe(1);
    expect(await pragma('auto_vacuum')).toBe(2);
  });

  it('when it cannot have the log that makes it durable, then it is refused and says what was found', () => {
    expect(() => openConnection({ file: ':memory:', role: 'writer', busyTimeoutMs: 100 })).toThrow(
      new NotDurable(
        'its journal is "memory" where "wal" was asked for; a network share cannot hold the store'
      )
    );
  });

  it('when the file system has no place for the memory that its readers share, then it is refused with the path', async () => {
    mkdirSync(`${directory.file}-shm`, { recursive: true });
    await expect(directory.open()).rejects.toMatchObject({
      code: 'LB601',
      message: expect.stringContaining(directory.file) as unknown
    });
  });

  it.skipIf(process.platform === 'win32')(
    'when it is made, then all of it is the owner’s alone',
    async () => {
      const opened = await directory.open();
      await makeTable(opened);
      const { file } = directory;
      expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700);
      for (const name of [file, `${file}-wal`, `${file}-shm`])
        expect(statSync(name).mode & 0o777).toBe(0o600);
    }
  );

  it.skipIf(process.platform === 'win32')('when others could read it, then they no longer can', async () => {
    const file = await made();
    chmodSync(file, 0o644);
    await directory.open();
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('when there is a file in the place of its directory, then it is refused with the path', async () => {
    writeFileSync(join(directory.path, 'made'), 'no directory');
    await expect(directory.open()).rejects.toMatchObject({
      code: 'LB601',
      message: expect.stringContaining(`${directory.file} cannot be used as a store: E`) as unknown
    });
  });

  it('when there is a directory in the place of its file, then it is refused with the path', async () => {
    mkdirSync(directory.file, { recursive: true });
    await expect(directory.open()).rejects.toMatchObject({
      code: 'LB601',
      message: expect.stringContaining(`${directory.file} cannot be used as a store`) as unknown
    });
  });

  it('when the file is something else, then it is refused as damaged and stays as it is', async () => {
    mkdirSync(join(directory.file, '..'));
    writeFileSync(directory.file, 'This is a text and not a store. '.repeat(500), { mode: 0o600 });
    const before = hashOf(directory.file);
    await expect(directory.open({ use: 'exclusive' })).rejects.toMatchObject({
      code: 'LB606',
      message: expect.stringContaining(directory.file) as unknown
    });
    expect(hashOf(directory.file)).toBe(before);
    expect(readdirSync(join(directory.file, '..')).toSorted()).toEqual(['store.sqlite', 'store.sqlite.lock']);
  });

  it('when a page was overwritten, then it is refused as damaged and stays as it is', async () => {
    const opened = await directory.open();
    await makeTable(opened);
    await addNotes(opened.database, 'x'.repeat(90_000));
    // As after a kill: the log is there, and not yet in the file.
    const copy = join(directory.path, 'copy.sqlite');
    for (const end of ['', '-wal']) copyFileSync(`${directory.file}${end}`, `${copy}${end}`);
    const whole = await directory.open({ file: copy });
    expect(await notesIn(whole.database)).toHaveLength(1);
    await whole.close();
    const handle = openSync(copy, 'r+');
    writeSync(handle, Buffer.alloc(4_096, 7), 0, 4_096, 2 * 4_096);
    closeSync(handle);
    const before = hashOf(copy);
    await expect(directory.open({ file: copy })).rejects.toMatchObject({ code: 'LB606' });
    expect(hashOf(copy)).toBe(before);
  });

  it('when the file was cut off, then it is refused as damaged', async () => {
    const file = await made();
    truncateSync(file, 5 * 4_096);
    await expect(directory.open()).rejects.toMatchObject({ code: 'LB606' });
  });

  it('when it is closed, then its log is in the file and gone', async () => {
    const file = await made();
    expect(readdirSync(join(file, '..'))).toEqual(['store.sqlite']);
    const opened = await directory.open();
    expect(await notesIn(opened.reader)).toHaveLength(50);
  });
});
