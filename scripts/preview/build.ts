import { buildPreview } from '@ledger-bridge/preview';
import { previewCacheDirectory, previewDirectory } from '../setup/builds.mjs';
import { projectRoot } from '../setup/paths.mjs';

// Builds the browser preview of the package's components: node scripts/preview/build.ts
await buildPreview({ projectRoot, outDir: previewDirectory, cacheDir: previewCacheDirectory });
