import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { CalendarDay } from './calendar.ts';
import { connectControl } from './control-client.ts';
import type { SageControl } from './control-client.ts';
import type { CompanySize } from './generator/sizes.ts';
import { readyMessageSchema } from './owner/control-protocol.ts';
import type { ReadyMessage } from './owner/control-protocol.ts';

export { connectControl, type SageControl } from './control-client.ts';
export type { CompanySize } from './generator/sizes.ts';
export { Refusal } from './refusal.ts';

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
  /** Stops the owner process; readers that are still connected are refused from then on. */
  close(): Promise<void>;
}

/**
 * Starts a Sage company in a process of its own, which is the only writer of its database. Rejects with the process's
 * own words when it cannot start, such as a missing system package.
 */
export async function startSageCompany(options: SageCompanyOptions): Promise<SageCompany> {
  const owner = fork(join(import.meta.dirname, 'main.ts'), startArguments(options), {
    execArgv: [],
    stdio: ['ignore', 'inherit', 'pipe', 'ipc']
  });
  const { connectionString, odbcIniFile, databaseFile, controlUrl } = await untilReady(owner);
  return {
    connectionString,
    odbcIniFile,
    databaseFile,
    controlUrl,
    control: connectControl(controlUrl),
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

async function untilReady(owner: ChildProcess): Promise<ReadyMessage> {
  let complaint = '';
  owner.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
    process.stderr.write(text);
  });
  return new Promise((resolve, reject) => {
    owner.once('message', (message) => resolve(readyMessageSchema.parse(message)));
    owner.once('exit', (code) =>
      reject(new Error(`the Sage company did not start (${code}): ${complaint.trim()}`))
    );
    owner.once('error', reject);
  });
}

async function stopProcess(owner: ChildProcess): Promise<void> {
  if (owner.exitCode !== null || owner.signalCode !== null) return;
  const exited = once(owner, 'exit');
  owner.kill('SIGTERM');
  await exited;
}
