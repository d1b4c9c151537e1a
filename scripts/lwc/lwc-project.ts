import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const repository = join(import.meta.dirname, '../..');

/** A project of its own for a test: this repository's compiler settings and types, and the given files. */
export function createLwcProject(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'lwc-project-'));
  for (const name of ['tsconfig.json', '.prettierrc']) cpSync(join(repository, name), join(root, name));
  cpSync(join(repository, 'types'), join(root, 'types'), { recursive: true });
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  for (const [file, text] of Object.entries(files)) writeProjectFile(root, file, text);
  return root;
}

/** Writes one file of the project, with the folders it needs. */
export function writeProjectFile(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}
