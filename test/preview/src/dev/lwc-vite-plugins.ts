import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';
import { lwcCompiler } from '../compiler/lwc-compiler.ts';
import { withoutQuery } from '../compiler/module-id.ts';
import { BROWSER_DIRECTORY } from '../paths.ts';

const COMPILED = /\.(ts|js|html|css)$/;
const ENGINE = /\/@lwc\/(engine-dom|synthetic-shadow)\//;
const VITE = '/vite/dist/';
/** Empty templates and styles that the compiler makes up for components without their own. */
const IMPLICIT = '@lwc/resources';

/** Vite's handling of styles and TypeScript, which would take the files from the LWC compiler. */
const REPLACED_VITE_PLUGINS = new Set(['vite:css', 'vite:css-post', 'vite:css-analysis', 'vite:esbuild']);

/** The LWC compiler for Vite's development server. */
export function lwcVitePlugins(cacheDirectory: string): Plugin[] {
  return [takeFilesFromVite(), engineWithoutSourceMaps(), compilePlugin(cacheDirectory)];
}

function takeFilesFromVite(): Plugin {
  return {
    name: 'lwc-instead-of-vite-css',
    enforce: 'pre',
    configResolved({ plugins }) {
      for (const plugin of plugins) if (REPLACED_VITE_PLUGINS.has(plugin.name)) delete plugin.transform;
    }
  };
}

/** The engine names source maps that its package does not hold, which Vite reports at each start. */
function engineWithoutSourceMaps(): Plugin {
  return {
    name: 'lwc-engine-without-source-maps',
    async load(id) {
      if (!ENGINE.test(id)) return null;
      const code = await readFile(withoutQuery(id), 'utf8');
      return code.replace(/\n\/\/# sourceMappingURL=.*$/m, '');
    }
  };
}

function compilePlugin(cacheDirectory: string): Plugin {
  const { buildStart, resolveId, load, transform } = lwcCompiler({ cacheDirectory, sourceMap: true });
  if (typeof buildStart !== 'function' || typeof resolveId !== 'function')
    throw new Error('unexpected LWC plugin');
  if (typeof load !== 'function' || typeof transform !== 'function') throw new Error('unexpected LWC plugin');
  return {
    name: 'lwc-compile',
    enforce: 'post',
    buildStart(options) {
      return buildStart.call(this, options);
    },
    resolveId(id, importer, options) {
      if (!importer || !isCompiled(importer) || !/^[./]/.test(id)) return null;
      return resolveId.call(this, id, withoutQuery(importer), options);
    },
    load(id) {
      return id.includes(IMPLICIT) || isCompiled(id) ? load.call(this, id) : null;
    },
    transform(code, id) {
      return id.includes(IMPLICIT) || isCompiled(id) ? transform.call(this, code, id) : null;
    }
  };
}

function isCompiled(id: string): boolean {
  const file = withoutQuery(id);
  if (!path.isAbsolute(file) || file.startsWith(BROWSER_DIRECTORY)) return false;
  return COMPILED.test(file) && !ENGINE.test(file) && !file.includes(VITE);
}
