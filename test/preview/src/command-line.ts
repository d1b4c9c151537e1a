import { parseArgs } from 'node:util';

/** How the preview was asked to run. */
export interface CommandLine {
  readonly orgUrl: string;
  readonly orgControlUrl: string;
  readonly port: number;
  readonly projectRoot: string;
  readonly distDir: string;
  readonly cacheDir: string;
  /** Compile on request and replace edited components in the open page. */
  readonly dev: boolean;
}

export const USAGE =
  'node test/preview/src/main.ts --org URL --org-control URL [--port N] [--dist DIR] [--project DIR] [--cache DIR] [--dev]';

/**
 * Reads the arguments of the preview's process.
 * @throws Error naming the argument that is missing or wrong.
 */
export function readCommandLine(args: readonly string[]): CommandLine {
  const { values } = parseArgs({
    args: [...args],
    options: {
      org: { type: 'string' },
      'org-control': { type: 'string' },
      port: { type: 'string', default: '0' },
      project: { type: 'string', default: process.cwd() },
      dist: { type: 'string', default: '.run/preview' },
      cache: { type: 'string', default: '.cache/preview' },
      dev: { type: 'boolean', default: false }
    }
  });
  const orgUrl = readAddress('--org', 'the local org', values.org);
  const orgControlUrl = readAddress('--org-control', "the local org's control plane", values['org-control']);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port ${values.port} is no port`);
  const { project: projectRoot, dist: distDir, cache: cacheDir, dev } = values;
  return { orgUrl, orgControlUrl, port, projectRoot, distDir, cacheDir, dev };
}

function readAddress(option: string, what: string, value: string | undefined): string {
  if (value !== undefined && URL.canParse(value)) return value;
  throw new Error(`${option} must be the address of ${what}`);
}
