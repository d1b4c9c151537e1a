import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { CalendarDay } from './calendar.ts';
import { boiAccess } from './boi/boi-access.ts';
import type { BoiAccess } from './boi/boi-access.ts';
import { connectControl } from './control-client.ts';
import type { SageControl } from './control-client.ts';
import type { CompanySize } from './generator/sizes.ts';
import { readyMessageSchema } from './owner/control-protocol.ts';
import type { ReadyMessage } from './owner/control-protocol.ts';

export { boiAccess, type BoiAccess } from './boi/boi-access.ts';
export { connectControl, type SageControl } from './control-client.ts';
export type { CompanySize } from './generator/sizes.ts';
export { Refusal } from './refusal.ts';

/** A company that was not made before is made first: a demo takes seconds, a large one minutes. */
const startLimitMs: Readonly<Record<CompanySize, number>> = { demo: 60_000, mid: 120_000, large: 600_000 };
const STOP_LIMIT_MS = 10_000;

export interface SageCompanyOptions {
  /** Where the company's files go; whatever company was there is made anew. */
  readonly directory: string;
  /** Default `demo`. */
  readonly size?: CompanySize;
  /** Another seed gives other invented data; the figures of 01-ABF are always the same. Default 1. */
  readonly seed?: number;
  /** The company's own today, from which all days are counted. Default: the current day. */
  readonly today?: CalendarDay;
}

export interface SageCompany {
  /** Of production shape; works in a process whose environment has ODBCINI set to `odbcIniFile` from its start. */
  readonly connectionString: string;
  readonly odbcIniFile: string;
  /** Never open this file in a process that reads it over ODBC: two SQLite libraries overlook each other's locks. */
  readonly databaseFile: string;
  readonly controlUrl: string;
  readonly control: SageControl;
  /** How to write: the stand-in of the bridge to the Business Object Interface, and whom to log in as. */
  readonly boi: BoiAccess;
  /** Stops the owner process, after ten seconds by force; readers that are still connected are refused from then on. */
  close(): Promise<void>;
}

/**
 * Starts a Sage company in a process of its own, which is the only writer of its database. Rejects with the process's
 * own words when it cannot start, such as a missing system package, or when it is not ready in time.
 */
export async function startSageCompany(options: SageCompanyOptions): Promise<SageCompany> {
  const owner = fork(join(import.meta.dirname, 'main.ts'), startArguments(options), {
    execArgv: [],
    stdio: ['ignore', 'inherit', 'pipe', 'ipc']
  });
  const starting = untilReady(owner, options.size ?? 'demo').catch(async (error: unknown) => {
    await stopProcess(owner);
    throw error;
  });
  const { connectionString, odbcIniFile, databaseFile, controlUrl } = await starting;
  return {
    connectionString,
    odbcIniFile,
    databaseFile,
    controlUrl,
    control: connectControl(controlUrl),
    boi: boiAccess(options.directory),
    close: () => stopProcess(owner)
  };
}

function startArguments({ directory, size, seed, today }: SageCompanyOptions): string[] {
  const given = { directory, size, seed, today };
  const options = Object.entries(given).flatMap(([name, value]) => {
    return value === undefined ? [] : [`--${name}`, value.toString()];
  });
  return ['start', ...options];
}

async function untilReady(owner: ChildProcess, size: CompanySize): Promise<ReadyMessage> {
  let complaint = '';
  owner.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
    process.stderr.write(text);
  });
  const limit = startLimitMs[size];
  let timer: NodeJS.Timeout | undefined;
  const ready = new Promise<ReadyMessage>((resolve, reject) => {
    const fail = (how: string) =>
      reject(new Error(`the Sage company did not start (${how}): ${complaint.trim()}`));
    owner.once('message', (message) => resolve(readyMessageSchema.parse(message)));
    owner.once('exit', (code) => fail(String(code)));
    owner.once('error', reject);
    timer = setTimeout(fail, limit, `not ready within ${limit / 1000} s`);
  });
  return ready.finally(() => clearTimeout(timer));
}

async function stopProcess(owner: ChildProcess): Promise<void> {
  if (owner.pid === undefined || owner.exitCode !== null || owner.signalCode !== null) return;
  const exited = once(owner, 'exit');
  owner.kill('SIGTERM');
  const timer = setTimeout(() => owner.kill('SIGKILL'), STOP_LIMIT_MS);
  await exited;
  clearTimeout(timer);
}
