import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BoiState } from '../boi/state/boi-state.ts';
import { connectControl } from '../control-client.ts';
import { FaultSwitch } from '../faults/fault-switch.ts';
import type { CompanyRecipe } from '../generator/generate-company.ts';
import { Refusal } from '../refusal.ts';
import { provideDatabase } from './company-cache.ts';
import { CompanyRecords } from './company-records.ts';
import type { ReadyMessage } from './control-protocol.ts';
import { startControlServer } from './control-server.ts';
import { provideOdbcDriver } from './odbc-driver.ts';
import { productionConnectionString, writeOdbcIni } from './odbc-ini.ts';
import { readState, removeState, writeState } from './state-file.ts';

export interface CompanyOwner {
  readonly ready: ReadyMessage;
  /** Stops answering readers and controls, and closes the database. */
  close(): Promise<void>;
}

export interface OwnerOptions extends CompanyRecipe {
  readonly directory: string;
  readonly cacheDirectory: string;
}

/**
 * Makes the company anew in its directory and becomes the only process that writes to it. Throws a `Refusal` when
 * another process owns the directory, or when the machine lacks what is needed.
 */
export async function ownCompany(options: OwnerOptions): Promise<CompanyOwner> {
  const directory = resolve(options.directory);
  mkdirSync(directory, { recursive: true });
  await refuseSecondOwner(directory);
  const databaseFile = join(directory, 'sage.db');
  const odbcIniFile = join(directory, 'odbc.ini');
  const driver = provideOdbcDriver(directory, options.cacheDirectory);
  await provideDatabase(databaseFile, options, options.cacheDirectory);
  writeOdbcIni(odbcIniFile, driver, databaseFile);
  const records = new CompanyRecords(databaseFile);
  const faults = new FaultSwitch(join(directory, 'fault-mode'));
  const boi = new BoiState(directory);
  // The company was made anew: its numbers begin again.
  boi.forget();
  const { size, seed, today } = options;
  const customers = records.count('AR_Customer');
  const status = () => ({ ...faults.current, size, seed, today, customers, databaseFile, odbcIniFile });
  const { server, url } = await startControlServer({ records, faults, boi, status });
  const ready: ReadyMessage = {
    type: 'ready',
    pid: process.pid,
    connectionString: productionConnectionString(),
    odbcIniFile,
    databaseFile,
    controlUrl: url
  };
  writeState(directory, ready);
  const close = async () => {
    faults.set({ mode: 'stopped' });
    await new Promise((resolveClosed) => server.close(resolveClosed));
    records.close();
    boi.close();
    faults.close();
    removeState(directory);
  };
  return { ready, close };
}

async function refuseSecondOwner(directory: string): Promise<void> {
  let state: ReadyMessage;
  try {
    state = readState(directory);
  } catch {
    return;
  }
  const answers = await connectControl(state.controlUrl)
    .status()
    .then(
      () => true,
      () => false
    );
  // A state file whose owner no longer answers was left behind by a crash.
  if (answers) throw new Refusal(`process ${state.pid} already owns the Sage company in ${directory}`);
}
