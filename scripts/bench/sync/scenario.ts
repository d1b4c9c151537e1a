import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { startSageCompany } from '../../../test/sage-company/src/index.ts';
import { runDirectory } from '../../setup/paths.mjs';
import type { Scenario, ScenarioOptions, ScenarioResult } from '../scenario.ts';
import { measureCustomers } from './customers/measure-customers.ts';
import { detectionBudgets, detectionTable } from './detection/growth.ts';
import { measureDetection } from './detection/measure-detection.ts';
import { readSettings, syncOptions, type SyncBenchmarkSettings } from './settings.ts';

type Part = Pick<ScenarioResult, 'measurements' | 'budgets' | 'tables'>;
type Say = (line: string) => void;

/** Keeping both systems in step: the first load, finding changes, and how soon they are seen. */
export const sync: Scenario = {
  name: 'sync',
  summary: 'first load against a bare bulk load, finding changes among many rows, and Sage to Salesforce',
  options: syncOptions,
  run
};

async function run(say: Say, options: ScenarioOptions): Promise<ScenarioResult> {
  const settings = readSettings(options);
  const parts: Part[] = [];
  if (settings.parts.some((part) => part !== 'detection')) parts.push(await measureCustomers(settings, say));
  if (settings.parts.includes('detection')) parts.push(await detection(settings, say));
  return {
    settings: {
      rows: settings.rows.join(', '),
      customers: settings.customers,
      changes: settings.changes,
      loadAtEnd: Number((loadavg()[0] ?? 0).toFixed(2))
    },
    tables: parts.flatMap(({ tables = [] }) => tables),
    measurements: parts.flatMap(({ measurements }) => measurements),
    budgets: parts.flatMap(({ budgets }) => budgets)
  };
}

async function detection({ rows }: SyncBenchmarkSettings, say: Say): Promise<Part> {
  mkdirSync(runDirectory, { recursive: true });
  const directory = mkdtempSync(join(runDirectory, 'bench-sync-'));
  const sage = await startSageCompany({ directory: join(directory, 'sage') });
  try {
    const results = await measureDetection(rows, { sage, directory, say });
    return { tables: [detectionTable(results)], measurements: [], budgets: detectionBudgets(results) };
  } finally {
    await sage.close();
    rmSync(directory, { recursive: true, force: true });
  }
}
