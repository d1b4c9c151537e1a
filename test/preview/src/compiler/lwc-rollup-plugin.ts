import { createRequire } from 'node:module';
import type { RollupLwcOptions } from '@lwc/rollup-plugin';
import type { Plugin } from 'rollup';

/**
 * The LWC compiler as a Rollup plugin. Required, not imported: the package is CommonJS and exports the bare
 * function, while its type declarations promise a default export.
 */
export const lwcRollupPlugin = createRequire(import.meta.url)('@lwc/rollup-plugin') as (
  options: RollupLwcOptions
) => Plugin;
