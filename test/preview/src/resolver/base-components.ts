import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { entryFile } from '../project/lwc-bundles.ts';

const require = createRequire(import.meta.url);
const packageFile = z.object({
  lwc: z.object({
    modules: z.array(z.object({ name: z.string(), path: z.string() }).or(z.object({ dir: z.string() })))
  })
});

/** Where the npm package lightning-base-components keeps a module. */
export interface BaseComponents {
  /** `lightning/<name>` as a file, or undefined if the package lacks it. */
  component(name: string): string | undefined;
  /** A module that base components import by a platform name (`@salesforce/i18n/…`, gates, their labels). */
  platformModule(id: string): string | undefined;
}

/**
 * Reads the module list of lightning-base-components. LWC's own npm resolution is of no use here: it looks
 * packages up from the importing package's root, and the package's source tree has no node_modules.
 */
export function findBaseComponents(): BaseComponents {
  const manifest = require.resolve('lightning-base-components/package.json');
  const root = path.dirname(manifest);
  const { modules } = packageFile.parse(JSON.parse(readFileSync(manifest, 'utf8'))).lwc;
  const named = modules.flatMap((module) =>
    'name' in module ? [[module.name, path.join(root, module.path)] as const] : []
  );
  const platformModules = new Map(named);
  return {
    component: (name) => entryFile(path.join(root, 'src/lightning', name)),
    platformModule: (id) => platformModules.get(id)
  };
}
