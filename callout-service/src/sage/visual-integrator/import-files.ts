import { createHash } from 'node:crypto';
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the file of a request is: being imported, imported, or refused. */
export type ImportState = 'none' | 'pending' | 'done';

const FOLDERS = ['pending', 'done', 'rejected'] as const;

/**
 * The import files of one directory, by the key of their request. A file is in `pending` from before its job runs until
 * the outcome is known, so that neither a lost job nor a lost service makes a receipt twice.
 */
export class ImportFiles {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  async state(requestKey: string): Promise<ImportState> {
    if (await exists(this.path('done', requestKey))) return 'done';
    return (await exists(this.path('pending', requestKey))) ? 'pending' : 'none';
  }

  /** Writes the file in full before it has its name. Gives its path. */
  async begin(requestKey: string, text: string): Promise<string> {
    for (const folder of FOLDERS) await mkdir(join(this.#directory, folder), { recursive: true });
    const path = this.path('pending', requestKey);
    await writeFile(`${path}.part`, text, { flush: true, mode: 0o600 });
    await rm(this.logPath(requestKey), { force: true });
    await rename(`${path}.part`, path);
    return path;
  }

  /** Keeps the file and its log with those that were imported, or refused. */
  async finish(requestKey: string, folder: 'done' | 'rejected'): Promise<void> {
    await rename(this.path('pending', requestKey), this.path(folder, requestKey));
    await rm(this.logPath(requestKey), { force: true });
  }

  logPath(requestKey: string): string {
    return `${this.path('pending', requestKey)}.log`;
  }

  path(folder: (typeof FOLDERS)[number], requestKey: string): string {
    const name = createHash('sha256').update(requestKey).digest('hex').slice(0, 32);
    return join(this.#directory, folder, `${name}.csv`);
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false
  );
}
