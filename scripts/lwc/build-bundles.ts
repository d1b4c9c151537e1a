import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findScripts } from './bundles.ts';
import { compileBundles } from './compile.ts';
import { updatePaths } from './paths.ts';

/** What a build did. With problems nothing was written, so that no half-built bundle can be deployed. */
export interface BuildResult {
  readonly written: number;
  readonly problems: readonly string[];
}

/** Brings the module paths up to date, writes a `.js` next to each `.ts`, and removes the `.js` of deleted sources. */
export async function buildBundles(projectRoot: string): Promise<BuildResult> {
  await updatePaths(projectRoot);
  const { outputs, problems } = compileBundles(projectRoot);
  if (problems.length > 0) return { written: 0, problems };
  for (const [file, text] of outputs) writeFileSync(join(projectRoot, file), text);
  for (const file of findScripts(projectRoot)) {
    if (!outputs.has(file)) rmSync(join(projectRoot, file));
  }
  return { written: outputs.size, problems };
}
