import { createHash } from 'node:crypto';
import { constants, copyFileSync, existsSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import { renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { generateCompany } from '../generator/generate-company.ts';
import type { CompanyRecipe } from '../generator/generate-company.ts';

const SOURCE = join(import.meta.dirname, '..');
const KEPT_MS = 3 * 86_400_000;
/** More pages than any company has: the backup is one step. */
const ALL_PAGES = 1_000_000_000;

/** Puts a company's database into place: from the cache, or built now and kept there. */
export async function provideDatabase(
  file: string,
  recipe: CompanyRecipe,
  cacheDirectory: string
): Promise<void> {
  mkdirSync(cacheDirectory, { recursive: true });
  const name = `${recipe.size}-${recipe.seed}-${recipe.today}-${sourceDigest()}.db`;
  const cached = join(cacheDirectory, name);
  if (!existsSync(cached)) {
    removeOldEntries(cacheDirectory);
    const fresh = `${cached}.${process.pid}`;
    build(fresh, recipe);
    renameSync(fresh, cached);
  }
  if (existsSync(file)) await replaceContent(file, cached);
  else copyFileSync(cached, file, constants.COPYFILE_FICLONE);
}

/**
 * Writes the new company into the file that is there, through SQLite. A reader that kept its connection over a restart
 * would otherwise go on reading a deleted file.
 */
async function replaceContent(file: string, cached: string): Promise<void> {
  const source = new DatabaseSync(cached, { readOnly: true });
  try {
    await backup(source, file, { rate: ALL_PAGES });
  } finally {
    source.close();
  }
}

function build(file: string, recipe: CompanyRecipe): void {
  rmSync(file, { force: true });
  const database = new DatabaseSync(file);
  try {
    // A build that is cut short is thrown away as a whole, so nothing needs to survive a crash.
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF');
    generateCompany(database, recipe);
  } finally {
    database.close();
  }
}

/** Changes whenever a table, a figure or a rule of the generator changes. */
function sourceDigest(): string {
  const digest = createHash('sha256');
  const files = globSync('{*,{abc,generator,tables}/*}.ts', { cwd: SOURCE });
  for (const file of files.filter((name) => !name.endsWith('.test.ts')).toSorted())
    digest.update(file).update(readFileSync(join(SOURCE, file)));
  return digest.digest('hex').slice(0, 16);
}

function removeOldEntries(cacheDirectory: string): void {
  for (const name of globSync('*.db*', { cwd: cacheDirectory })) {
    const file = join(cacheDirectory, name);
    const entry = statSync(file, { throwIfNoEntry: false });
    if (entry !== undefined && Date.now() - entry.mtimeMs > KEPT_MS) rmSync(file, { force: true });
  }
}
