import { readdirSync } from 'node:fs';
import path from 'node:path';

const TESTS = '__tests__';

/** Every file below a directory except Jest's `__tests__`; empty when the directory does not exist. */
export function findFiles(directory: string): string[] {
  return readEntries(directory)
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.split(path.sep).includes(TESTS));
}

function readEntries(directory: string) {
  try {
    return readdirSync(directory, { recursive: true, withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
