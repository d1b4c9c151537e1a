import { parseArgs } from 'node:util';

/** How the preview was asked to run. */
export interface CommandLine {
  readonly orgUrl: string;
  readonly port: number;
  readonly projectRoot: string;
  readonly distDir: string;
  readonly cacheDir: string;
  /** Compile on request and replace edited components in the open page. */
  readonly dev: boolean;
}

export const USAGE =
  'node test/preview/src/main.ts --org URL [--port N] [--dist DIR] [--project DIR] [--cache DIR] [--dev]';

/**
 * Reads the arguments of the preview's process.
 * @throws Error naming the argument that is missing or wrong.
 */
export function readCommandLine(args: readonly string[]): CommandLine {
  const { values } = parseArgs({
    args: [...args],
    options: {
      org: { type: 'string' },
      port: { type: 'string', default: '0' },
      project: { type: 'string', default: process.cwd() },
      dist: { type: 'string', default: '.run/preview' },
      cache: { type: 'string', default: '.cache/preview' },
      dev: { type: 'boolean', default: false }
    }
  });
  if (!values.org || !URL.canParse(values.org)) throw new Error('--org must be the address of the local org');
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port ${values.port} is no port`);
  const { org: orgUrl, project: projectRoot, dist: distDir, cache: cacheDir, dev } = values;
  return { orgUrl, port, projectRoot, distDir, cacheDir, dev };
}
