import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { findBundles, mainFile } from './bundles.ts';

/** Where the module paths stand; the root `tsconfig.json` extends this file. */
export const pathsFile = 'config/lwc/tsconfig.paths.json';

/**
 * The text of the module paths. `c/*` may live in any feature's folder, and TypeScript allows one `*` in a path
 * (TS5062), so each bundle is listed by its name.
 */
async function renderPaths(projectRoot: string): Promise<string> {
  const paths = Object.fromEntries(
    findBundles(projectRoot).map((bundle) => [`c/${bundle.name}`, [`../../${mainFile(bundle)}`]])
  );
  const style = await resolveConfig(join(projectRoot, pathsFile));
  return format(JSON.stringify({ compilerOptions: { paths } }, null, 2), { ...style, parser: 'json' });
}

/** Writes the module paths where they changed. Says whether they had. */
export async function updatePaths(projectRoot: string): Promise<boolean> {
  const file = join(projectRoot, pathsFile);
  const wanted = await renderPaths(projectRoot);
  if (readIfThere(file) === wanted) return false;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, wanted);
  return true;
}

/** Whether the module paths on disk list exactly the bundles that exist. */
export async function pathsAreFresh(projectRoot: string): Promise<boolean> {
  return readIfThere(join(projectRoot, pathsFile)) === (await renderPaths(projectRoot));
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
