import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { projectRoot } from './paths.mjs';

/**
 * A hash of names, sizes and times of the files below the given paths: says within milliseconds whether a build's inputs
 * changed. Times can differ for equal content, which costs one needless build and never skips a needed one.
 * @param {readonly string[]} paths files or directories, relative to the root
 * @param {(file: string) => boolean} counts
 * @param {string} [root]
 * @returns {string}
 */
export function fingerprint(paths, counts, root = projectRoot) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesBelow(join(root, path))) {
      if (!counts(file)) continue;
      const { size, mtimeMs } = statSync(file);
      hash.update(`${relative(root, file)}\0${size}\0${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {readonly string[]} in a fixed order
 */
function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesBelow(join(path, entry.name)));
}

/**
 * @param {string} file where the fingerprint of the last build is kept
 * @param {string} current
 */
export function isUnchanged(file, current) {
  return existsSync(file) && readFileSync(file, 'utf8') === current;
}

/**
 * @param {string} file
 * @param {string} current
 */
export function rememberFingerprint(file, current) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, current);
}
