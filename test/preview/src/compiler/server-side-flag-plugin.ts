import type { Plugin } from 'rollup';

/** Base components ask `import.meta.env.SSR`, a Vite constant that nothing else defines: it is never server side here. */
export function serverSideFlagPlugin() {
  return {
    name: 'no-server-side-rendering',
    transform(code) {
      if (!code.includes('import.meta.env.SSR')) return null;
      return { code: code.replaceAll('import.meta.env.SSR', 'false'), map: null };
    }
  } satisfies Plugin;
}
