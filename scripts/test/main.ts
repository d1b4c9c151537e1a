import { stopRequested } from '../demo/stop-signal.ts';
import { Progress, seconds } from '../setup/progress.mjs';
import { runWithinLimit } from './run-stage.ts';
import { chooseStages, stepsOf, type StageName } from './stage-names.mjs';
import { stages, type Stage } from './stages.ts';
import { summary, type StageRun } from './summary.ts';

// The part of the check that runs on Node.js 24; `scripts/test.mjs` has set up the machine before.
const progress = new Progress(process.stdout);
const interrupted = stopRequested();

async function runStage(stage: Stage): Promise<StageRun> {
  progress.say(`… ${stage.name}`);
  const started = performance.now();
  const result = await runWithinLimit(stage, interrupted);
  const milliseconds = performance.now() - started;
  const mark = result.passed ? '✓' : '✗';
  if (!result.passed) progress.say(`${result.tail}\n(all of it: .run/logs/test-${stage.name}.log)`);
  progress.say(`${mark} ${stage.name} (${seconds(milliseconds)}) ${result.detail}`.trimEnd());
  return { name: stage.name, milliseconds, result };
}

async function runRow(row: readonly { readonly name: StageName }[]): Promise<readonly StageRun[]> {
  const runs: StageRun[] = [];
  for (const { name } of row) {
    if (!interrupted.aborted) runs.push(await runStage(stages[name]));
  }
  return runs;
}

try {
  const chosen = chooseStages(process.argv.slice(2));
  const ended: StageRun[] = [];
  for (const rows of stepsOf(chosen)) {
    ended.push(...(await Promise.all(rows.map((row) => runRow(row)))).flat());
  }
  const runs = chosen.flatMap(({ name }) => ended.filter((run) => run.name === name));
  progress.say(summary(runs).trimEnd());
  process.exitCode = !interrupted.aborted && runs.every((run) => run.result.passed) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
