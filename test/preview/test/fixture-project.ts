import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The small package that the preview's own tests show. */
export const FIXTURE_PROJECT = path.resolve(import.meta.dirname, '../fixtures');
/** Compiled base components, shared by all tests: keyed by content, so no test can spoil it for another. */
export const TEST_CACHE = path.resolve(import.meta.dirname, '../../../.cache/preview');

const DEMO = 'force-app/main/demo';

/** A copy of the fixture package that a test may edit, with room for a build. */
export interface FixtureCopy {
  readonly projectRoot: string;
  readonly outDir: string;
  /** Replaces text in one file below `force-app/main/demo`. */
  edit(file: string, from: string, to: string): Promise<void>;
  remove(): Promise<void>;
}

export async function copyFixtureProject(): Promise<FixtureCopy> {
  const projectRoot = await mkdtemp(path.join(tmpdir(), 'ledger-bridge-preview-'));
  await cp(FIXTURE_PROJECT, projectRoot, { recursive: true });
  return {
    projectRoot,
    outDir: path.join(projectRoot, 'dist'),
    async edit(name, from, to) {
      const file = path.join(projectRoot, DEMO, name);
      const text = await readFile(file, 'utf8');
      if (!text.includes(from)) throw new Error(`${name} does not hold "${from}"`);
      await writeFile(file, text.replace(from, to));
    },
    remove: () => rm(projectRoot, { recursive: true, force: true })
  };
}
