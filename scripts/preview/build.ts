import { join, resolve } from 'node:path';
import { buildPreview } from '@ledger-bridge/preview';

// Builds the browser preview of the package's components: node scripts/preview/build.ts [output directory]
const projectRoot = resolve(import.meta.dirname, '../..');
const outDir = resolve(process.argv[2] ?? join(projectRoot, '.run/preview'));

await buildPreview({ projectRoot, outDir, cacheDir: join(projectRoot, '.run/preview-cache') });
