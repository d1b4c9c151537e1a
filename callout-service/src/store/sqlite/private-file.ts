import { closeSync, openSync } from 'node:fs';

/**
 * Makes an empty file for the owner alone, where there is none. It never opens one that is there: to close a file gives
 * back the locks that this process holds on it, also SQLite's (sqlite.org/howtocorrupt.html, 2.2).
 */
export function makePrivateFile(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}
