import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runDirectory } from '../setup/paths.mjs';
import { describeMachine } from './machine.ts';
import { budgetTable, isKept, measurementTable, resultTable } from './result-table.ts';
import type { Scenario } from './scenario.ts';
import { scenarios } from './scenarios.ts';

// Measures: npm run bench -- <scenario> [scenario …]. Tables go to stdout, results as JSON to .run/bench.
// Ends with 1 when a budget is exceeded.

function choose(names: readonly string[]): readonly Scenario[] {
  const chosen = names.flatMap((name) => scenarios.filter((scenario) => scenario.name === name));
  if (names.length > 0 && chosen.length === names.length) return chosen;
  const known = scenarios.map(({ name, summary }) => `  ${name.padEnd(12)} ${summary}`);
  throw new Error(['Name a scenario: npm run bench -- <scenario>', ...known].join('\n'));
}

async function runScenario(scenario: Scenario): Promise<boolean> {
  const machine = describeMachine();
  const startedAt = new Date().toISOString();
  console.log(`\n${scenario.name}: ${scenario.summary}`);
  console.log(
    `${machine.processor}, ${machine.cores} cores, ${machine.memoryGib} GiB, ${machine.system}, ` +
      `Node.js ${machine.node}, load ${machine.loadAtStart}\n`
  );
  const result = await scenario.run((line) => process.stderr.write(`${line}\n`));
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
  for (const scenario of choose(process.argv.slice(2))) kept = (await runScenario(scenario)) && kept;
  process.exitCode = kept ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
