import { createRequire } from 'node:module';
import type { RollupLwcOptions } from '@lwc/rollup-plugin';
import type { Plugin, SourceMapInput } from 'rollup';
import { MODULES_DIRECTORY } from '../paths.ts';
import { openDiskCache } from './disk-cache.ts';
import { lwcRollupPlugin } from './lwc-rollup-plugin.ts';

const require = createRequire(import.meta.url);

const LWC_OPTIONS: RollupLwcOptions = {
  rootDir: MODULES_DIRECTORY,
  modules: [],
  apiVersion: 66,
  enableDynamicComponents: true,
  enableLwcOn: true,
  // Without it lightning-combobox throws "attachInternals API is not supported in synthetic shadow".
  enableSyntheticElementInternals: true,
  exclude: [/@lwc\/(engine-dom|synthetic-shadow)\//]
};

export interface LwcCompilerOptions {
  /** Where compiled base components are kept between builds. */
  readonly cacheDirectory: string;
  readonly sourceMap: boolean;
}

interface CompiledModule {
  readonly code: string;
  readonly map: SourceMapInput;
}

/**
 * The LWC compiler, which compiles each of the hundreds of base component files once and for all: their
 * output is kept on disk by content. The package's own files are few and compiled every time.
 */
export function lwcCompiler({ cacheDirectory, sourceMap }: LwcCompilerOptions): Plugin {
  const compiler = lwcRollupPlugin({ ...LWC_OPTIONS, sourcemap: sourceMap });
  const { transform } = compiler;
  if (typeof transform !== 'function') throw new Error('@lwc/rollup-plugin has no transform hook');
  const cache = openDiskCache(cacheDirectory);
  const settings = JSON.stringify({ ...LWC_OPTIONS, sourceMap, version: compilerVersion() });

  return {
    ...compiler,
    async transform(code, id) {
      const compile = async () => transform.call(this, code, id);
      if (!id.includes('/node_modules/')) return compile();
      const stored = await cache.through([settings, id, code], async () =>
        JSON.stringify(compiled(await compile()))
      );
      const { code: output, map }: CompiledModule | { code: null; map: null } = JSON.parse(stored);
      return output === null ? null : { code: output, map };
    }
  };
}

function compiled(result: unknown): CompiledModule | { code: null; map: null } {
  if (typeof result !== 'object' || result === null || !('code' in result) || typeof result.code !== 'string')
    return { code: null, map: null };
  return { code: result.code, map: null };
}

function compilerVersion(): string {
  const { version }: { version: string } = require('@lwc/compiler/package.json');
  return version;
}
