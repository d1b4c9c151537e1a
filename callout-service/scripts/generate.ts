import { mkdir, writeFile } from 'node:fs/promises';
import { buildGeneratedFiles, repositoryRoot } from './generated-files.ts';

// Writes every file that is made from the source: run it after a change of settings, errors or operations.
for (const { path, content } of await buildGeneratedFiles()) {
  const file = new URL(path, repositoryRoot);
  await mkdir(new URL('.', file), { recursive: true });
  await writeFile(file, content);
  process.stdout.write(`${path}\n`);
}
