import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import Database, { SqliteError } from 'better-sqlite3';
import { z } from 'zod';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { makePrivateFile } from './private-file.ts';

export interface StoreLock {
  release(): void;
}

/** Two services that start at the same moment let one of them through. */
const WAIT_MS = 250;

const holderSchema = z.object({ host: z.string(), pid: z.number(), startedAt: z.string() });

/**
 * Takes the store for this process. The lock is SQLite's own, on a file beside the store, so that it is the same on
 * every system and the kernel gives it back however the process ends; the file itself stays, empty.
 * @throws LedgerBridgeError LB603 with host, process and start of who has it.
 */
export function takeStoreLock(storeFile: string): StoreLock {
  const holderFile = `${storeFile}.lock.json`;
  const lock = openLock(`${storeFile}.lock`);
  try {
    lock.exec('begin exclusive');
    writeHolder(holderFile);
  } catch (error) {
    lock.close();
    throw isBusy(error) ? inUse(storeFile, holderFile) : error;
  }
  return {
    release() {
      rmSync(holderFile, { force: true });
      lock.close();
    }
  };
}

function openLock(file: string): Database.Database {
  makePrivateFile(file);
  return new Database(file, { timeout: WAIT_MS });
}

function isBusy(error: unknown): boolean {
  return error instanceof SqliteError && error.code.startsWith('SQLITE_BUSY');
}

function writeHolder(file: string): void {
  const startedAt = new Date(performance.timeOrigin).toISOString();
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, JSON.stringify({ host: hostname(), pid: process.pid, startedAt }), { mode: 0o600 });
  renameSync(beside, file); // nobody reads half of it
}

function inUse(storeFile: string, holderFile: string): LedgerBridgeError {
  return new LedgerBridgeError('LB603', { detail: `${storeFile} is in use by ${holderIn(holderFile)}.` });
}

function holderIn(file: string): string {
  try {
    const { host, pid, startedAt } = holderSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return `process ${pid} on ${host}, running since ${startedAt}`;
  } catch {
    // Between taking the lock and saying so, or a disk without room for it: that it is held is certain.
    return 'a process that has not said which it is';
  }
}
