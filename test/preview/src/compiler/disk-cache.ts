import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Compiled modules on disk, by everything that decides their content. */
export interface DiskCache {
  /** The stored text for this key, or what `make` gives, stored for the next time. */
  through(key: readonly string[], make: () => Promise<string>): Promise<string>;
}

/** Opens a cache directory (created when missing). Several processes may share it. */
export function openDiskCache(directory: string): DiskCache {
  mkdirSync(directory, { recursive: true });
  return {
    async through(key, make) {
      const hash = createHash('sha256').update(JSON.stringify(key)).digest('hex');
      const file = path.join(directory, hash);
      const stored = await readIfPresent(file);
      if (stored !== undefined) return stored;
      const made = await make();
      // Renamed into place, so that a second process never reads half a file.
      const unfinished = `${file}.${process.pid}`;
      await writeFile(unfinished, made);
      await rename(unfinished, file);
      return made;
    }
  };
}

async function readIfPresent(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
