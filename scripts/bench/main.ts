import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runDirectory } from '../setup/paths.mjs';
import { describeMachine } from './machine.ts';
import { readArguments } from './arguments.ts';
import { budgetTable, isKept, measurementTable, resultTable } from './result-table.ts';
import type { Scenario, ScenarioOptions } from './scenario.ts';
import { scenarios } from './scenarios.ts';

// Measures: npm run bench -- <scenario> [scenario …] [--option value]. Tables go to stdout, results as JSON to .run/bench.
// Ends with 1 when a budget is exceeded.

async function runScenario(scenario: Scenario, options: ScenarioOptions): Promise<boolean> {
  const machine = describeMachine();
  const startedAt = new Date().toISOString();
  console.log(`\n${scenario.name}: ${scenario.summary}`);
  console.log(
    `${machine.processor}, ${machine.cores} cores, ${machine.memoryGib} GiB, ${machine.system}, ` +
      `Node.js ${machine.node}, load ${machine.loadAtStart}\n`
  );
  const result = await scenario.run((line) => process.stderr.write(`${line}\n`), options);
  const { settings, measurements, budgets, tables = [] } = result;
  for (const each of tables) console.log(`${resultTable(each).join('\n')}\n`);
  console.log(measurementTable(measurements).join('\n'));
  if (budgets.length > 0) console.log(`\n${budgetTable(budgets).join('\n')}`);
  const report = { scenario: scenario.name, startedAt, machine, settings, tables, measurements, budgets };
  console.log(`\n${writeReport(scenario.name, startedAt, report)}`);
  return budgets.every(isKept);
}

function writeReport(name: string, startedAt: string, report: object): string {
  const directory = join(runDirectory, 'bench');
  mkdirSync(directory, { recursive: true });
  const file = join(directory, `${name}-${startedAt.replaceAll(':', '-')}.json`);
  writeFileSync(file, `${JSON.stringify(report, undefined, 2)}\n`);
  return file;
}

try {
  let kept = true;
  const { chosen, options } = readArguments(process.argv.slice(2), scenarios);
  for (const scenario of chosen) kept = (await runScenario(scenario, options)) && kept;
  process.exitCode = kept ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
