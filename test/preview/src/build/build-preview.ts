import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { rollup, type RollupBuild, type RollupLog } from 'rollup';
import { lwcCompiler } from '../compiler/lwc-compiler.ts';
import { serverSideFlagPlugin } from '../compiler/server-side-flag-plugin.ts';
import { lwcCompilerOptions } from '../compiler/typescript-options.ts';
import { typescriptPlugin } from '../compiler/typescript-plugin.ts';
import { BROWSER_DIRECTORY } from '../paths.ts';
import { PreviewBuildError } from '../preview-build-error.ts';
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
    const chunks = await bundle(projectRoot, outDir, cacheDir);
    await writePage(outDir, chunks);
    await writeFile(path.join(outDir, FINGERPRINT_FILE), fingerprint);
  }
  return { built, milliseconds: Math.round(performance.now() - startedAt) };
}

async function bundle(projectRoot: string, outDir: string, cacheDir: string): Promise<string[]> {
  const build = await compile(projectRoot, cacheDir).catch(nameTheFile);
  try {
    const { output } = await build.write({
      dir: outDir,
      format: 'esm',
      chunkFileNames: 'chunks/[name]-[hash].js'
    });
    return output.map(({ fileName }) => fileName);
  } finally {
    await build.close();
  }
}

function compile(projectRoot: string, cacheDir: string): Promise<RollupBuild> {
  return rollup({
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
}

/** The compilers' own messages leave out the file, which Rollup knows. */
function nameTheFile(error: unknown): never {
  if (!(error instanceof Error) || error instanceof PreviewBuildError) throw error;
  const file = 'id' in error && typeof error.id === 'string' ? `${error.id}: ` : '';
  throw new PreviewBuildError(`${file}${error.message}`, { cause: error });
}

/** The page asks for all scripts at once, not for each when the one before it has run. */
async function writePage(outDir: string, chunks: readonly string[]): Promise<void> {
  const page = await readFile(path.join(BROWSER_DIRECTORY, 'index.html'), 'utf8');
  const preloads = chunks.map((chunk) => `<link rel="modulepreload" href="/${chunk}" />`);
  await writeFile(
    path.join(outDir, 'index.html'),
    page.replace('</head>', `${preloads.join('\n')}\n</head>`)
  );
}

/** What Rollup says of base components (circular imports, for one) is not ours to mend. */
function reportOwnWarning(log: RollupLog): void {
  const file = log.loc?.file ?? log.id ?? '';
  if (!file.includes('/node_modules/') && log.code !== 'CIRCULAR_DEPENDENCY')
    console.warn(`${file}: ${log.message}`);
}

async function readFingerprint(outDir: string): Promise<string | undefined> {
  const file = path.join(outDir, FINGERPRINT_FILE);
  return existsSync(file) ? readFile(file, 'utf8') : undefined;
}
