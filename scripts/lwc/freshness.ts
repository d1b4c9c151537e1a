import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findScripts } from './bundles.ts';
import { compileBundles } from './compile.ts';
import { pathsAreFresh, pathsFile } from './paths.ts';

/**
 * Why the bundles on disk must not be deployed; empty when they may. The platform takes a bundle whose `.js` is
 * missing without a word and makes an empty component of it, so every script that deploys or packages asks here.
 */
export async function findStaleBundles(projectRoot: string): Promise<string[]> {
  // Without its path a new bundle is not found, and every other message would be about that.
  if (!(await pathsAreFresh(projectRoot))) return [`${pathsFile}: does not list the bundles that exist`];
  const { outputs, problems } = compileBundles(projectRoot);
  if (problems.length > 0) return [...problems];
  return [
    ...[...outputs].flatMap(([file, text]) => compare(projectRoot, file, text)),
    ...findScripts(projectRoot)
      .filter((file) => !outputs.has(file))
      .map((file) => `${file}: has no .ts any more; delete it`)
  ];
}

function compare(projectRoot: string, file: string, wanted: string): string[] {
  const path = join(projectRoot, file);
  if (!existsSync(path)) return [`${file}: is missing`];
  return readFileSync(path, 'utf8') === wanted ? [] : [`${file}: is older than its .ts`];
}
