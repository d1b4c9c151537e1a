import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { createServer as createViteServer, type Plugin, type ViteDevServer } from 'vite';
import { serverSideFlagPlugin } from '../compiler/server-side-flag-plugin.ts';
import { lwcCompilerOptions } from '../compiler/typescript-options.ts';
import { typescriptPlugin } from '../compiler/typescript-plugin.ts';
import { BROWSER_DIRECTORY } from '../paths.ts';
import { platformPlugin } from '../resolver/platform-plugin.ts';
import { closeServer, listen, type RunningPreview } from '../server/listen.ts';
import { type OrgAddresses, previewApp, reportFailure } from '../server/preview-app.ts';
import { hotSwapPlugin } from './hot-swap-plugin.ts';
import { lwcVitePlugins } from './lwc-vite-plugins.ts';

export interface DevPreviewOptions extends OrgAddresses {
  /** A free port when left out. */
  readonly port?: number;
  readonly projectRoot: string;
  readonly cacheDir: string;
}

/** Serves the preview for developing: compiled on request, edited components replaced in the open page. */
export async function startDevPreview(options: DevPreviewOptions): Promise<RunningPreview> {
  const app = previewApp(options);
  const server = createServer(app);
  const vite = await createDevServer(options, server);
  app.get(/^\/($|lightning\/)/, async (request, response) => {
    response.type('html').send(await vite.transformIndexHtml(request.originalUrl, await readPage()));
  });
  app.use(vite.middlewares);
  app.use(reportFailure);
  const close = async () => {
    await vite.close();
    await closeServer(server);
  };
  return { url: await listen(server, options.port ?? 0), close };
}

function createDevServer(
  { projectRoot, cacheDir }: DevPreviewOptions,
  server: Server
): Promise<ViteDevServer> {
  return createViteServer({
    configFile: false,
    root: BROWSER_DIRECTORY,
    cacheDir: path.resolve(cacheDir, 'vite'),
    appType: 'custom',
    logLevel: 'warn',
    esbuild: false,
    optimizeDeps: { noDiscovery: true, include: [] },
    server: {
      middlewareMode: true,
      hmr: { server },
      // Components live outside the root, in the package and in node_modules.
      fs: { strict: false }
    },
    plugins: [
      first(platformPlugin({ projectRoot, specifiers: false })),
      first(typescriptPlugin(lwcCompilerOptions(projectRoot), true)),
      first(serverSideFlagPlugin()),
      ...lwcVitePlugins(path.resolve(cacheDir, 'lwc')),
      hotSwapPlugin()
    ]
  });
}

/** Before Vite's own plugins. */
function first(plugin: Plugin): Plugin {
  return { ...plugin, enforce: 'pre' };
}

async function readPage(): Promise<string> {
  const page = await readFile(path.join(BROWSER_DIRECTORY, 'index.html'), 'utf8');
  return page.replace('/main.js', '/main.ts');
}
