import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { SqliteClient } from './sqlite-client.ts';
import { makePrivateFile } from './private-file.ts';

/**
 * Puts a copy of one moment there while others read and write, for the owner alone. It is complete or not there: it is
 * written under another name and renamed when it is on the disk.
 *
 * `vacuum into` in a thread of its own, not SQLite's backup interface: that one starts again whenever another
 * connection writes, and would never end beside a busy service.
 * @throws LedgerBridgeError LB619 when something is there already, or it cannot be written.
 */
export async function copySqlite(startReader: () => Promise<SqliteClient>, target: string): Promise<void> {
  const file = resolve(target);
  refuseTaken(file);
  const beside = `${file}.${process.pid}.part`;
  try {
    makePrivateFile(beside);
    await copyTo(startReader, beside);
    await flush(beside);
    refuseTaken(file);
    await rename(beside, file);
    await flush(dirname(file));
  } catch (error) {
    await rm(beside, { force: true });
    throw error instanceof LedgerBridgeError ? error : cannotWrite(file, error);
  }
}

async function copyTo(startReader: () => Promise<SqliteClient>, file: string): Promise<void> {
  const reader = await startReader();
  try {
    await reader.run({ sql: 'vacuum into ?', parameters: [file] });
  } finally {
    await reader.close();
  }
}

/** SQLite leaves the flushing of such a copy to who asked for it. A directory cannot be flushed on Windows. */
async function flush(path: string): Promise<void> {
  const directory = process.platform === 'win32' && !path.endsWith('.part');
  if (directory) return;
  const handle = await open(path, 'r+').catch(() => open(path, 'r'));
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function refuseTaken(file: string): void {
  if (!existsSync(file)) return;
  throw new LedgerBridgeError('LB619', { detail: `${file} is there already; a copy never replaces a file.` });
}

function cannotWrite(file: string, cause: unknown): LedgerBridgeError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new LedgerBridgeError('LB619', { detail: `${file} cannot be written: ${why}.`, cause });
}
