import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { startSageCompany } from '../../../test/sage-company/src/index.ts';
import { createSigningKeys } from '../../demo/signing-keys.ts';
import { runDirectory } from '../../setup/paths.mjs';
import { createRandom, draw } from '../load/random.ts';
import type { Scenario, ScenarioResult } from '../scenario.ts';
import {
  HEALTH_PROBES,
  measureHealthWhileHanging,
  READS_THAT_HANG
} from '../service/health-while-hanging.ts';
import { startServiceUnderLoad } from '../service/service-under-load.ts';
import type { Surroundings } from '../service/surroundings.ts';
import { measureScans, SCAN_ROUNDS, scanTable } from './measure-scans.ts';
import {
  measureSingles,
  singleMeasurements,
  SINGLES_PER_ROUND,
  SINGLE_ROUNDS,
  singleTable
} from './measure-singles.ts';
import { drawQuestions } from './questions.ts';
import { scanNames } from './scans.ts';

const COMPANY_SIZE = 'mid';
const SEED = 20_260_101;
const POOL_SIZE = 4;
const USERS = 50;
/** What the service may hold in all, both processes; a scan that gathered a table would pass it. */
const MEMORY_LIMIT_MIB = 300;

/** Reading Sage: what decoding and the way between the processes add to the statements themselves. */
export const sage: Scenario = {
  name: 'sage',
  summary: 'full scans and single reads against their bare ODBC statements, and health while Sage hangs',
  run
};

async function run(say: (line: string) => void): Promise<ScenarioResult> {
  mkdirSync(runDirectory, { recursive: true });
  const directory = mkdtempSync(join(runDirectory, 'bench-sage-'));
  say(`Sage company of size ${COMPANY_SIZE}, seed ${SEED}`);
  const company = await startSageCompany({ directory: join(directory, 'sage'), size: COMPANY_SIZE });
  try {
    const signing = createSigningKeys(join(directory, 'keys'));
    return await measure({ sage: company, signing, directory, seed: SEED, say });
  } finally {
    await company.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function measure(surroundings: Surroundings): Promise<ScenarioResult> {
  const { sage: company, seed } = surroundings;
  const { questions, customers } = drawQuestions(company.databaseFile, SINGLES_PER_ROUND, seed);
  const scans = await measureScans(scanNames, surroundings);
  const singles = await measureSingles(questions, surroundings);
  // A read that finds no connection is refused long before one that hangs: it takes more of them than connections.
  const hanging = await healthWhileHanging(
    surroundings,
    draw(customers, 3 * READS_THAT_HANG, createRandom(seed))
  );
  const peakMib = Math.max(...scans.map(({ service }) => service.peakMib));
  return {
    settings: { ...settings, loadAtEnd: Number((loadavg()[0] ?? 0).toFixed(2)) },
    tables: [scanTable(scans), singleTable(singles)],
    measurements: [...singleMeasurements(singles), hanging.measurement],
    budgets: [
      {
        what: 'most memory of a scan, both processes',
        limit: MEMORY_LIMIT_MIB,
        measured: peakMib,
        unit: 'MiB'
      },
      hanging.budget
    ]
  };
}

async function healthWhileHanging(
  surroundings: Surroundings,
  keys: Parameters<typeof measureHealthWhileHanging>[2]
): ReturnType<typeof measureHealthWhileHanging> {
  surroundings.say('health while every connection to Sage hangs');
  const service = await startServiceUnderLoad('hanging', POOL_SIZE, surroundings);
  try {
    return await measureHealthWhileHanging(service, surroundings, keys, USERS);
  } finally {
    await surroundings.sage.control.start();
    await service.stop();
  }
}

const settings = {
  companySize: COMPANY_SIZE,
  seed: SEED,
  scanRounds: SCAN_ROUNDS,
  singleRounds: SINGLE_ROUNDS,
  singlesPerRound: SINGLES_PER_ROUND,
  users: USERS,
  poolSize: POOL_SIZE,
  healthProbes: HEALTH_PROBES
};
