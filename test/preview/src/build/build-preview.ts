import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { rollup, type RollupLog } from 'rollup';
import { lwcCompiler } from '../compiler/lwc-compiler.ts';
import { serverSideFlagPlugin } from '../compiler/server-side-flag-plugin.ts';
import { lwcCompilerOptions } from '../compiler/typescript-options.ts';
import { typescriptPlugin } from '../compiler/typescript-plugin.ts';
import { BROWSER_DIRECTORY } from '../paths.ts';
import { platformPlugin } from '../resolver/platform-plugin.ts';
import { buildFingerprint } from './fingerprint.ts';

const FINGERPRINT_FILE = 'fingerprint';

export interface BuildOptions {
  /** The folder of `sfdx-project.json`. */
  readonly projectRoot: string;
  /** Emptied and filled with the page, unless it already holds this very build. */
  readonly outDir: string;
  /** Compiled base components, kept between builds; safe to delete. */
  readonly cacheDir: string;
}

export interface BuildResult {
  /** False when `outDir` already held a build of the same inputs. */
  readonly built: boolean;
  readonly milliseconds: number;
}

/**
 * Compiles the package's components, the shell and the base components they use into a static page.
 * @throws PreviewBuildError (or the compiler's own error) naming the file and what is wrong with it.
 */
export async function buildPreview({ projectRoot, outDir, cacheDir }: BuildOptions): Promise<BuildResult> {
  const startedAt = performance.now();
  const fingerprint = buildFingerprint(projectRoot);
  const built = (await readFingerprint(outDir)) !== fingerprint;
  if (built) {
    await rm(outDir, { recursive: true, force: true });
    await mkdir(outDir, { recursive: true });
    await bundle(projectRoot, outDir, cacheDir);
    await cp(path.join(BROWSER_DIRECTORY, 'index.html'), path.join(outDir, 'index.html'));
    await writeFile(path.join(outDir, FINGERPRINT_FILE), fingerprint);
  }
  return { built, milliseconds: Math.round(performance.now() - startedAt) };
}

async function bundle(projectRoot: string, outDir: string, cacheDir: string): Promise<void> {
  const build = await rollup({
    input: path.join(BROWSER_DIRECTORY, 'main.ts'),
    // Base components rely on side effects of their modules, and shaking 500 of them takes seconds.
    treeshake: false,
    onLog: (_level, log) => reportOwnWarning(log),
    plugins: [
      platformPlugin({ projectRoot, specifiers: true }),
      typescriptPlugin(lwcCompilerOptions(projectRoot), false),
      serverSideFlagPlugin(),
      lwcCompiler({ cacheDirectory: path.join(cacheDir, 'lwc'), sourceMap: false })
    ]
  });
  try {
    await build.write({ dir: outDir, format: 'esm', chunkFileNames: 'chunks/[name]-[hash].js' });
  } finally {
    await build.close();
  }
}

/** Base components warn hundreds of times about themselves; only warnings about our files are worth reading. */
function reportOwnWarning(log: RollupLog): void {
  const file = log.loc?.file ?? log.id ?? '';
  if (!file.includes('/node_modules/') && log.code !== 'CIRCULAR_DEPENDENCY')
    console.warn(`${file}: ${log.message}`);
}

async function readFingerprint(outDir: string): Promise<string | undefined> {
  const file = path.join(outDir, FINGERPRINT_FILE);
  return existsSync(file) ? readFile(file, 'utf8') : undefined;
}
