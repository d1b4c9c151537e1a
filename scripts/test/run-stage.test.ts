import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../setup/commands.mjs';
import { countStage } from './report.ts';
import { runWithinLimit } from './run-stage.ts';
import type { Stage } from './stages.ts';

const never = new AbortController().signal;

/** Starts a child that ignores SIGTERM and holds the output open, writes both process ids, and never ends. */
const stubborn = `
const { spawn } = require('node:child_process');
process.on('SIGTERM', () => {});
const source = 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000); console.log("up")';
const child = spawn(process.execPath, ['-e', source], { stdio: ['ignore', 'pipe', 'inherit'] });
child.stdout.once('data', () => {
  require('node:fs').writeFileSync(process.argv[1], JSON.stringify([process.pid, child.pid]));
});
setInterval(() => {}, 1000);
`;

/** Gone, or dead and only waiting for its parent to hear of it, as in a container without an init process. */
function isGone(pid: number): boolean {
  try {
    return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return true;
  }
}

describe('runWithinLimit', () => {
  let directory: string;
  let pidFile: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'stage-'));
    pidFile = join(directory, 'pids');
    writeFileSync(pidFile, '');
  });
  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  function stage(limitMinutes: number, run: Stage['run']): Stage {
    return { name: 'unit', limitMinutes, run };
  }

  it('when a stage hangs, then all that it started is killed and it has failed', async () => {
    const result = await runWithinLimit(
      stage(0.05, async (stop) => {
        const { exitCode, output } = await runCommand(process.execPath, ['-e', stubborn, pidFile], { stop });
        expect(exitCode).toBe(124);
        return { passed: exitCode === 0, detail: '', cases: countStage(false), tail: output };
      }),
      never
    );
    expect(result).toMatchObject({ passed: false, cases: { failed: 1 } });
    expect(result.detail).toContain('took longer than 0.05 minutes');
    const pids = JSON.parse(readFileSync(pidFile, 'utf8')) as number[];
    expect(pids).toHaveLength(2);
    await expect.poll(() => pids.every(isGone)).toBe(true);
  });

  it('when a stage throws, then it has failed and its words are kept', async () => {
    const result = await runWithinLimit(
      stage(1, () => Promise.reject(new Error('the report has another shape'))),
      never
    );
    expect(result).toMatchObject({
      passed: false,
      detail: 'the report has another shape',
      cases: { failed: 1 }
    });
  });

  it('when a stage ends within its limit, then its result is given', async () => {
    const passed = { passed: true, detail: 'fine', cases: countStage(true), tail: '' };
    expect(
      await runWithinLimit(
        stage(1, () => Promise.resolve(passed)),
        never
      )
    ).toBe(passed);
  });
});
