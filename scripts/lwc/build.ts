// Compiles the Lightning web components in place: npm run build:lwc
import { join } from 'node:path';
import { buildBundles } from './build-bundles.ts';

const { written, problems } = await buildBundles(join(import.meta.dirname, '../..'));
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else console.log(`Compiled ${written} files of Lightning web components`);
