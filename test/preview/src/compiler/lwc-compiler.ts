import { createRequire } from 'node:module';
import type { RollupLwcOptions } from '@lwc/rollup-plugin';
import type { Plugin, TransformResult, TransformPluginContext } from 'rollup';
import { z } from 'zod';
import { MODULES_DIRECTORY } from '../paths.ts';
import { openDiskCache } from './disk-cache.ts';
import { lwcRollupPlugin } from './lwc-rollup-plugin.ts';

const require = createRequire(import.meta.url);
const packageFile = z.object({ version: z.string() });

const LWC_OPTIONS: RollupLwcOptions = {
  rootDir: MODULES_DIRECTORY,
  modules: [],
  // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- a const enum has no values at run time
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

/** What is kept of a compiled module: its text, or null when the compiler leaves the file alone. */
const compiledModule = z.object({ code: z.string().nullable() });

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
      if (!id.includes('/node_modules/')) return transform.call(this, code, id);
      const compile = async () => transform.call(withoutWarnings(this), code, id);
      const stored = await cache.through([settings, withinNodeModules(id), code], async () =>
        JSON.stringify(compiled((await compile()) ?? null))
      );
      const { code: output } = compiledModule.parse(JSON.parse(stored));
      return output === null ? null : { code: output, map: null };
    }
  };
}

/** Base components warn hundreds of times about themselves; only warnings about our files are worth reading. */
function withoutWarnings(context: TransformPluginContext): TransformPluginContext {
  return Object.create(context, { warn: { value: () => undefined } }) as TransformPluginContext;
}

/** The part of a path that is the same in every checkout; the compiler takes names from it. */
function withinNodeModules(id: string): string {
  return id.slice(id.lastIndexOf('/node_modules/'));
}

function compiled(result: TransformResult | undefined): z.infer<typeof compiledModule> {
  if (typeof result === 'string') return { code: result };
  return { code: result?.code ?? null };
}

function compilerVersion(): string {
  return packageFile.parse(require('@lwc/compiler/package.json')).version;
}
