import { describeMachine } from '../bench/machine.ts';
import { stopRequested } from '../demo/stop-signal.ts';
import { readOptions, usage } from './options.ts';
import { orderUsage, readOrderOptions } from './order-options.ts';
import { runOrderScenarios } from './order-scenarios.ts';
import { reportLines, writeReport } from './report.ts';
import { runScenarios, type ScenarioOutcome } from './scenarios.ts';
import { readSyncOptions, syncUsage } from './sync-options.ts';
import { runSyncScenarios } from './sync-scenarios.ts';

// Faults on purpose: npm run faults -- store|orders|sync [scenario …]. Tables go to stdout, progress to stderr, all of it as JSON to
// .run/faults. Ends with 1 when a promise was not kept.

try {
  const args = process.argv.slice(2);
  const subject = subjectOf(args[0]);
  if (args.some((each) => each === '--help' || each === '-h')) {
    console.log({ store: usage, orders: orderUsage, sync: syncUsage }[subject]);
    process.exit(0);
  }
  const startedAt = new Date().toISOString();
  const machine = describeMachine();
  const run = {
    say: (line: string) => process.stderr.write(`${line}\n`),
    stop: stopRequested(),
    finished: show
  };
  const { options, outcomes } = await runSubject(subject, args, run);
  console.log(`\n${writeReport(subject, startedAt, { startedAt, machine, options, outcomes })}`);
  const violated = outcomes.flatMap(({ reports }) => reports).some(({ violations }) => violations.length > 0);
  process.exitCode = violated ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

type Subject = 'store' | 'orders' | 'sync';

function subjectOf(word: string | undefined): Subject {
  return word === 'orders' || word === 'sync' ? word : 'store';
}

interface Surroundings {
  readonly say: (line: string) => void;
  readonly stop: AbortSignal;
  readonly finished: (outcome: ScenarioOutcome) => void;
}

/** Runs what is asked for, with the seed told first so that it can be repeated. */
async function runSubject(subject: Subject, args: readonly string[], surroundings: Surroundings) {
  const withSeed = ({ seed }: { readonly seed: number }) => {
    console.log(`seed ${seed}`);
    return { ...surroundings, seed };
  };
  if (subject === 'orders') {
    const options = readOrderOptions(args);
    return { options, outcomes: await runOrderScenarios(options, withSeed(options)) };
  }
  if (subject === 'sync') {
    const options = readSyncOptions(args);
    return { options, outcomes: await runSyncScenarios(options, withSeed(options)) };
  }
  const options = readOptions(args);
  return { options, outcomes: await runScenarios(options, withSeed(options)) };
}

function show({ scenario, seconds, reports, leftOut }: ScenarioOutcome): void {
  console.log(`\n${scenario}, ${seconds.toFixed(0)} s`);
  if (reports.length > 0) console.log(reportLines(reports).join('\n'));
  for (const each of leftOut) console.log(`  left out: ${each}`);
}
