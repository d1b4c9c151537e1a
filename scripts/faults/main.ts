import { describeMachine } from '../bench/machine.ts';
import { stopRequested } from '../demo/stop-signal.ts';
import { readOptions } from './options.ts';
import { reportLines, writeReport } from './report.ts';
import { runScenarios } from './scenarios.ts';

// Faults on purpose: npm run faults -- store [scenario …]. Tables go to stdout, progress to stderr, all of it as JSON to
// .run/faults. Ends with 1 when a promise was not kept.

try {
  const options = readOptions(process.argv.slice(2));
  const startedAt = new Date().toISOString();
  const machine = describeMachine();
  console.log(`seed ${options.seed}`);
  const outcomes = await runScenarios(options, {
    seed: options.seed,
    say: (line) => process.stderr.write(`${line}\n`),
    stop: stopRequested(),
    finished: ({ scenario, seconds, reports, leftOut }) => {
      console.log(`\n${scenario}, ${seconds.toFixed(0)} s`);
      if (reports.length > 0) console.log(reportLines(reports).join('\n'));
      for (const each of leftOut) console.log(`  left out: ${each}`);
    }
  });
  console.log(`\n${writeReport(startedAt, { startedAt, machine, options, outcomes })}`);
  const violated = outcomes.flatMap(({ reports }) => reports).some(({ violations }) => violations.length > 0);
  process.exitCode = violated ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
