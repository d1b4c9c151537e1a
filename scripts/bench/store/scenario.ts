import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { findPostgres, startPostgres } from '../../../test/support/postgres/postgres-server.ts';
import { runDirectory } from '../../setup/paths.mjs';
import type { Scenario, ScenarioResult } from '../scenario.ts';
import { measureStore, type StoreAmounts } from './measure-store.ts';

const AMOUNTS: StoreAmounts = {
  rounds: 3,
  phases: { singles: 300, parallel: 800, batches: 20 },
  depths: { shallow: 200, deep: 20_000, taken: 50, others: 500 },
  deliveries: 200
};

/** The store: what jobs cost in it, against the libraries that do the same, on one server in one run. */
export const store: Scenario = {
  name: 'store',
  summary: 'jobs in the store, on SQLite and PostgreSQL, against pg-boss, graphile-worker and bare inserts',
  run
};

async function run(say: (line: string) => void): Promise<ScenarioResult> {
  const programs = findPostgres();
  if (programs === undefined) throw new Error('This benchmark needs PostgreSQL: apt-get install postgresql');
  mkdirSync(runDirectory, { recursive: true });
  const directory = mkdtempSync(join(runDirectory, 'bench-store-'));
  const server = await startPostgres(programs, { fsync: true });
  try {
    const vacuum = () => server.execute('vacuum analyze');
    const result = await measureStore(AMOUNTS, { postgresUrl: server.url, vacuum, directory, say });
    return {
      ...result,
      settings: { ...result.settings, loadAtEnd: Number((loadavg()[0] ?? 0).toFixed(2)) }
    };
  } finally {
    await server.close();
    rmSync(directory, { recursive: true, force: true });
  }
}
