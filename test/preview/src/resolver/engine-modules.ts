import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

const ENGINE_PACKAGES: ReadonlyMap<string, string> = new Map([
  ['lwc', '@lwc/engine-dom'],
  ['@lwc/engine-dom', '@lwc/engine-dom'],
  ['@lwc/synthetic-shadow', '@lwc/synthetic-shadow']
]);

/** The ES module of the LWC runtime behind an import of `lwc` or of its synthetic shadow. */
export function engineModule(id: string): string | undefined {
  const packageName = ENGINE_PACKAGES.get(id);
  if (!packageName) return undefined;
  return path.join(path.dirname(require.resolve(`${packageName}/package.json`)), 'dist/index.js');
}
