import { globSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';

/** A Lightning web component bundle: a folder right below a folder called `lwc`. */
export interface Bundle {
  readonly name: string;
  /** Relative to the project, with forward slashes, as `force-app/main/shared/lwc/money`. */
  readonly directory: string;
}

/** Every bundle of the project that has a main `.ts`, by name. */
export function findBundles(projectRoot: string): Bundle[] {
  const entries = globSync('force-app/**/lwc/*/*.ts', { cwd: projectRoot })
    .map((file) => file.split(sep).join('/'))
    .filter((file) => basename(file, '.ts') === basename(dirname(file)));
  const bundles = entries.map((file) => ({ name: basename(file, '.ts'), directory: dirname(file) }));
  return bundles.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** All `.js` files inside bundles, tests left out, relative to the project. */
export function findScripts(projectRoot: string): string[] {
  return globSync('force-app/**/lwc/**/*.js', { cwd: projectRoot })
    .filter((file) => !file.split(sep).includes('__tests__'))
    .map((file) => file.split(sep).join('/'))
    .sort();
}

/** The main file of a bundle, relative to the project. */
export function mainFile(bundle: Bundle): string {
  return join(bundle.directory, `${bundle.name}.ts`).split(sep).join('/');
}
