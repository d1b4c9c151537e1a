import { describeMachine } from '../bench/machine.ts';
import { stopRequested } from '../demo/stop-signal.ts';
import { readOptions, usage } from './options.ts';
import { orderUsage, readOrderOptions } from './order-options.ts';
import { runOrderScenarios } from './order-scenarios.ts';
import { reportLines, writeReport } from './report.ts';
import { runScenarios, type ScenarioOutcome } from './scenarios.ts';

// Faults on purpose: npm run faults -- store|orders [scenario …]. Tables go to stdout, progress to stderr, all of it as JSON to
// .run/faults. Ends with 1 when a promise was not kept.

try {
  const args = process.argv.slice(2);
  const subject = args[0] === 'orders' ? 'orders' : 'store';
  if (args.some((each) => each === '--help' || each === '-h')) {
    console.log(subject === 'orders' ? orderUsage : usage);
    process.exit(0);
  }
  const options = subject === 'orders' ? readOrderOptions(args) : readOptions(args);
  const startedAt = new Date().toISOString();
  const machine = describeMachine();
  console.log(`seed ${options.seed}`);
  const run = {
    seed: options.seed,
    say: (line: string) => process.stderr.write(`${line}\n`),
    stop: stopRequested(),
    finished: show
  };
  const outcomes =
    'engines' in options ? await runScenarios(options, run) : await runOrderScenarios(options, run);
  console.log(`\n${writeReport(subject, startedAt, { startedAt, machine, options, outcomes })}`);
  const violated = outcomes.flatMap(({ reports }) => reports).some(({ violations }) => violations.length > 0);
  process.exitCode = violated ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function show({ scenario, seconds, reports, leftOut }: ScenarioOutcome): void {
  console.log(`\n${scenario}, ${seconds.toFixed(0)} s`);
  if (reports.length > 0) console.log(reportLines(reports).join('\n'));
  for (const each of leftOut) console.log(`  left out: ${each}`);
}
