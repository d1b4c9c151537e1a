import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilds } from '../setup/builds.mjs';
import { runCommand, tail } from '../setup/commands.mjs';
import { toolEnvironment } from '../setup/node-24.mjs';
import { logDirectory, projectRoot, runDirectory } from '../setup/paths.mjs';
import { Progress } from '../setup/progress.mjs';
import { SetupFault } from '../setup/setup-fault.mjs';
import { noCases, readReport, type CaseCounts } from './report.ts';

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
  readonly name: string;
  run(): Promise<StageResult>;
}

const reportDirectory = join(runDirectory, 'reports');
const SHOWN_LINES = 80;

/** Every stage, in the order in which they run: what is quick and what others build on comes first. */
export const stages: readonly Stage[] = [
  { name: 'build', run: build },
  commandStage('format', 'prettier', ['--check', '.', '--log-level', 'warn']),
  commandStage('lint', 'eslint', ['--cache', '--cache-location', join(runDirectory, 'eslint-cache')]),
  commandStage('types', 'node', ['scripts/typecheck.ts']),
  commandStage('fresh', 'node', ['scripts/lwc/check-fresh.ts']),
  commandStage('metadata', 'node', ['scripts/metadata/check.ts']),
  vitestStage('unit', ['--project', '!e2e']),
  jestStage('lwc'),
  vitestStage('e2e', ['--project', 'e2e'])
];

async function build(): Promise<StageResult> {
  try {
    await ensureBuilds(process.execPath, new Progress());
    return { passed: true, detail: '', cases: noCases, tail: '' };
  } catch (error) {
    if (!(error instanceof SetupFault)) throw error;
    return { passed: false, detail: error.message, cases: noCases, tail: error.logTail ?? '' };
  }
}

function commandStage(name: string, command: string, args: readonly string[]): Stage {
  return {
    name,
    run: async () => {
      const result = await runTool(name, command, args);
      return {
        passed: result.exitCode === 0,
        detail: lastLine(result.output),
        cases: noCases,
        tail: tail(result.output, SHOWN_LINES)
      };
    }
  };
}

function vitestStage(name: string, args: readonly string[]): Stage {
  const report = join(reportDirectory, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return testStage(name, report, 'vitest', ['run', ...args, ...reporters]);
}

function jestStage(name: string): Stage {
  const report = join(reportDirectory, `${name}.json`);
  return testStage(name, report, 'jest', ['--ci', '--json', `--outputFile=${report}`]);
}

function testStage(name: string, report: string, command: string, args: readonly string[]): Stage {
  return {
    name,
    run: async () => {
      const { exitCode, output } = await runTool(name, command, args, report);
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
  report?: string
): Promise<{ exitCode: number; output: string }> {
  if (report !== undefined) rmSync(report, { force: true }); // an old report must not stand for a run that wrote none
  return runCommand(command, args, {
    cwd: projectRoot,
    env: { ...toolEnvironment(), NO_COLOR: '1' },
    logFile: join(logDirectory, `test-${name}.log`)
  });
}

function describeCases(cases: CaseCounts): string {
  return `${String(cases.passed)} passed, ${String(cases.failed)} failed, ${String(cases.skipped)} skipped`;
}

function lastLine(output: string): string {
  return tail(output, 1).trim().slice(0, 100);
}
