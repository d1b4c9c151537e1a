import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { makePrivateFile } from './private-file.ts';

/** What only the owner may do. */
const OTHERS = 0o077;

/**
 * Makes the directory and the file where they are missing, for the owner alone, and closes what is open to others. A
 * directory that is there already stays as it is: it may hold other things. SQLite gives the files that it makes beside
 * it the mode of this one. (On Windows the rights come from the directory.)
 */
export function prepareFiles(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  makePrivateFile(file);
  for (const name of [file, `${file}-wal`, `${file}-shm`, `${file}.lock`]) {
    if (existsSync(name) && (statSync(name).mode & OTHERS) !== 0) chmodSync(name, 0o600);
  }
}
