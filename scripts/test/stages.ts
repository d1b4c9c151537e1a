import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureBuilds } from '../setup/builds.mjs';
import { runCommand, tail } from '../setup/commands.mjs';
import { toolEnvironment } from '../setup/node-24.mjs';
import { logDirectory, projectRoot, runDirectory } from '../setup/paths.mjs';
import { Progress } from '../setup/progress.mjs';
import { SetupFault } from '../setup/setup-fault.mjs';
import { findBrowser, findPostgresServer } from '../setup/system-packages.mjs';
import { countStage, readReport, type CaseCounts } from './report.ts';
import type { StageName } from './stage-names.mjs';

/** How one stage went. */
export interface StageResult {
  readonly passed: boolean;
  /** One line for the summary. */
  readonly detail: string;
  readonly cases: CaseCounts;
  /** The end of what it wrote, to show when it failed. */
  readonly tail: string;
}

/** One stage of the check. */
export interface Stage {
  readonly name: StageName;
  /** A stage that takes longer hangs: it is stopped with all that it started, and counts as failed. */
  readonly limitMinutes: number;
  run(stop: AbortSignal): Promise<StageResult>;
}

const reportDirectory = join(runDirectory, 'reports');
const SHOWN_LINES = 80;

/** How each stage runs; `stageDescriptions` has their order and what they need. */
export const stages: Readonly<Record<StageName, Stage>> = {
  build: { name: 'build', limitMinutes: 10, run: build },
  format: commandStage('format', 5, 'prettier', ['--check', '.', '--log-level', 'warn']),
  lint: commandStage('lint', 10, 'eslint', [
    '--cache',
    '--cache-location',
    join(runDirectory, 'eslint-cache')
  ]),
  types: commandStage('types', 10, 'node', ['scripts/typecheck.ts']),
  fresh: commandStage('fresh', 5, 'node', ['scripts/lwc/check-fresh.ts']),
  metadata: commandStage('metadata', 5, 'node', ['scripts/metadata/check.ts']),
  unit: vitestStage('unit', 20, ['--project', '!e2e', '--project', '!walks']),
  lwc: jestStage('lwc', 10),
  e2e: vitestStage('e2e', 20, ['--project', 'e2e'])
};

async function build(stop: AbortSignal): Promise<StageResult> {
  try {
    await ensureBuilds(process.execPath, new Progress(), stop);
    return { passed: true, detail: '', cases: countStage(true), tail: '' };
  } catch (error) {
    if (!(error instanceof SetupFault)) throw error;
    return { passed: false, detail: error.message, cases: countStage(false), tail: error.logTail ?? '' };
  }
}

function commandStage(
  name: StageName,
  limitMinutes: number,
  command: string,
  args: readonly string[]
): Stage {
  return {
    name,
    limitMinutes,
    run: async (stop) => {
      const result = await runTool(name, command, args, stop);
      return {
        passed: result.exitCode === 0,
        detail: lastLine(result.output),
        cases: countStage(result.exitCode === 0),
        tail: tail(result.output, SHOWN_LINES)
      };
    }
  };
}

function vitestStage(name: StageName, limitMinutes: number, args: readonly string[]): Stage {
  const report = join(reportDirectory, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return testStage(name, limitMinutes, report, 'vitest', ['run', ...args, ...reporters]);
}

function jestStage(name: StageName, limitMinutes: number): Stage {
  const report = join(reportDirectory, `${name}.json`);
  return testStage(name, limitMinutes, report, 'jest', ['--ci', '--json', `--outputFile=${report}`]);
}

function testStage(
  name: StageName,
  limitMinutes: number,
  report: string,
  command: string,
  args: readonly string[]
): Stage {
  return {
    name,
    limitMinutes,
    run: async (stop) => {
      rmSync(report, { force: true }); // an old report must not stand for a run that wrote none
      mkdirSync(reportDirectory, { recursive: true }); // jest makes none, and stages run beside each other
      const { exitCode, output } = await runTool(name, command, args, stop);
      const cases = readReport(report, exitCode === 0);
      const passed = exitCode === 0 && cases.failed === 0;
      return { passed, detail: describeCases(cases), cases, tail: tail(output, SHOWN_LINES) };
    }
  };
}

async function runTool(
  name: string,
  command: string,
  args: readonly string[],
  stop: AbortSignal
): Promise<{ exitCode: number; output: string }> {
  const browser = findBrowser();
  const postgres = findPostgresServer();
  return runCommand(command, args, {
    cwd: projectRoot,
    env: {
      ...toolEnvironment(),
      NO_COLOR: '1',
      // Hundreds of processes start with the same modules; each takes what the first one compiled.
      NODE_COMPILE_CACHE: join(runDirectory, 'compile-cache'),
      // What the set-up found, wherever it stands, is what the tests take.
      ...(browser === undefined ? {} : { CHROMIUM_PATH: browser }),
      ...(postgres === undefined ? {} : { POSTGRES_PROGRAMS: dirname(realpathSync(postgres)) })
    },
    stop,
    logFile: join(logDirectory, `test-${name}.log`)
  });
}

function describeCases(cases: CaseCounts): string {
  return `${String(cases.passed)} passed, ${String(cases.failed)} failed, ${String(cases.skipped)} skipped`;
}

function lastLine(output: string): string {
  return tail(output, 1).trim().slice(0, 100);
}
