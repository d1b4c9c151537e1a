import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  connectControl,
  Refusal,
  startSageCompany,
  type CompanySize
} from '../../../test/sage-company/src/index.ts';
import { readState } from '../../../test/sage-company/src/owner/state-file.ts';
import { SAGE_TIME_ZONE } from '../../demo/service-environment.ts';
import { runDirectory } from '../../setup/paths.mjs';

/** A Sage company that answers. */
export interface RunningCompany {
  readonly connectionString: string;
  readonly odbcIniFile: string;
  /** The company's own today. */
  readonly today: string;
  /** For people: which company it is. */
  readonly description: string;
  /** For logs. */
  readonly directory: string;
  /** Stops it, if it was started here, and removes what was written. */
  close(): Promise<void>;
}

/**
 * The company that runs in `directory`; one of its own when none runs there or a size is asked for. Rejects with a
 * Refusal when it does not answer its statements now.
 */
export async function findCompany(directory: string, size: CompanySize | undefined): Promise<RunningCompany> {
  mkdirSync(runDirectory, { recursive: true });
  const own = mkdtempSync(join(runDirectory, 'verify-'));
  const remove = (): void => rmSync(own, { recursive: true, force: true });
  try {
    const running = size === undefined ? await runningCompany(directory) : undefined;
    if (running === undefined) return await startOwn(own, size ?? 'demo', remove);
    return {
      ...running,
      directory: own,
      close: () => {
        remove();
        return Promise.resolve();
      }
    };
  } catch (error) {
    remove();
    throw error;
  }
}

async function runningCompany(
  directory: string
): Promise<Omit<RunningCompany, 'directory' | 'close'> | undefined> {
  try {
    const { connectionString, odbcIniFile, controlUrl } = readState(directory);
    const { mode, size, seed, today } = await connectControl(controlUrl).status();
    if (mode === 'stopped' || mode === 'hang') {
      throw new SilentCompany(`the Sage company in ${directory} is set to ${mode}: npm run sage -- start`);
    }
    const description = `the running Sage company in ${directory} (${size}, seed ${seed}, today ${today})`;
    return { connectionString, odbcIniFile, today, description };
  } catch (error) {
    // Nobody ever started one there, or its process is gone.
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** It runs, but was told not to answer. */
export class SilentCompany extends Error {}

async function startOwn(own: string, size: CompanySize, remove: () => void): Promise<RunningCompany> {
  // The Swedish form of a date is YYYY-MM-DD.
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: SAGE_TIME_ZONE });
  const company = await startSageCompany({ directory: join(own, 'sage'), size, today });
  return {
    connectionString: company.connectionString,
    odbcIniFile: company.odbcIniFile,
    today,
    description: `a Sage company of its own (${size}, today ${today})`,
    directory: own,
    close: async () => {
      await company.close();
      remove();
    }
  };
}
