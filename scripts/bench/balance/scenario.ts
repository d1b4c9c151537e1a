import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { startSageCompany } from '../../../test/sage-company/src/index.ts';
import { createSigningKeys } from '../../demo/signing-keys.ts';
import { runDirectory } from '../../setup/paths.mjs';
import type { Scenario, ScenarioResult } from '../scenario.ts';
import { measureAccountPage, PAGE_REPETITIONS } from './account-page.ts';
import { HEALTH_PROBES } from '../service/health-while-hanging.ts';
import { measureFaultySage, SLOW_POOL_SIZE, SLOW_READS, SLOW_STATEMENT_MS, USERS } from './faulty-sage.ts';
import { measureOverRaw, PARALLEL, READS_PER_ROUND, ROUNDS, WARM_UP_READS } from './over-raw.ts';

const COMPANY_SIZE = 'mid';
const SEED = 20_260_101;

/** The live balance: what the service adds to Sage's own answer, and what a person waits for on the page. */
export const balance: Scenario = {
  name: 'balance',
  summary:
    'getCustomerSummary against the ODBC statements it needs, slow and hanging Sage, and the Account page',
  run
};

async function run(say: (line: string) => void): Promise<ScenarioResult> {
  mkdirSync(runDirectory, { recursive: true });
  const directory = mkdtempSync(join(runDirectory, 'bench-balance-'));
  say(`Sage company of size ${COMPANY_SIZE}, seed ${SEED}`);
  const sage = await startSageCompany({ directory: join(directory, 'sage'), size: COMPANY_SIZE });
  try {
    const signing = createSigningKeys(join(directory, 'keys'));
    const surroundings = { sage, signing, directory, seed: SEED, say };
    const overRaw = await measureOverRaw(surroundings);
    const faulty = await measureFaultySage(surroundings, overRaw.keys);
    const page = await measureAccountPage(directory);
    return {
      settings: { ...settings, loadAtEnd: Number((loadavg()[0] ?? 0).toFixed(2)) },
      measurements: [...overRaw.measurements, ...faulty.map(({ measurement }) => measurement), ...page],
      budgets: [...overRaw.budgets, ...faulty.map(({ budget }) => budget)]
    };
  } finally {
    await sage.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

const settings = {
  companySize: COMPANY_SIZE,
  seed: SEED,
  parallel: PARALLEL.join(', '),
  rounds: ROUNDS,
  readsPerRound: READS_PER_ROUND,
  warmUpReads: WARM_UP_READS,
  users: USERS,
  slowPoolSize: SLOW_POOL_SIZE,
  slowStatementMs: SLOW_STATEMENT_MS,
  slowReads: SLOW_READS,
  healthProbes: HEALTH_PROBES,
  pageRepetitions: PAGE_REPETITIONS
};
