import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startChild, type Child } from './child.ts';

const readySchema = z.object({ url: z.string() });
const serving = `
process.send({ type: 'ready', url: 'http://127.0.0.1:1' });
console.log('serving');
setInterval(() => {}, 1000);
`;

describe('startChild', () => {
  let directory: string;
  let lines: string[];

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'child-'));
    lines = [];
  });
  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  function start(source: string): Child<{ url: string }> {
    const program = join(directory, 'program.mjs');
    writeFileSync(program, source);
    return startChild(
      { name: 'program', program, args: [], env: {}, ready: readySchema },
      { logDirectory: directory, onLine: (name, line) => lines.push(`[${name}] ${line}`) }
    );
  }

  it('when the program says it is ready, then its message is given and stop ends it', async () => {
    const child = start(`process.on('SIGTERM', () => process.exit(0)); ${serving}`);
    expect(await child.ready).toEqual({ url: 'http://127.0.0.1:1' });
    await child.stop();
    expect(await child.ended).toContain('program ended with exit code 0');
    expect(lines).toEqual(['[program] serving']);
    expect(readFileSync(child.logFile, 'utf8')).toBe('serving\n');
  });

  it('when the program ends before it is ready, then the error holds its last lines', async () => {
    const child = start(`console.error('SAGE_COMPANY_CODE is missing'); process.exit(1);`);
    await expect(child.ready).rejects.toThrow(/exit code 1[\s\S]*SAGE_COMPANY_CODE is missing/);
  });

  it('when the ready message has another shape, then the error names the part', async () => {
    const child = start(serving.replace('url:', 'adress:'));
    await expect(child.ready).rejects.toThrow(/says it wrongly[\s\S]*url/);
    await child.stop();
  });

  it('when a ready program dies later, then `ended` says how', async () => {
    const child = start(serving);
    await child.ready;
    process.kill(child.pid, 'SIGKILL');
    expect(await child.ended).toContain('ended by SIGKILL');
  });

  it('when the log cannot be opened, then the fault says which and nothing is started', () => {
    mkdirSync(join(directory, 'program.log'));
    expect(() => start(serving)).toThrow(/program\.log cannot be written: EISDIR/);
  });

  it('when the disk is full, then the program is stopped and `ended` says why', async () => {
    symlinkSync('/dev/full', join(directory, 'program.log'));
    const child = start(serving);
    expect(await child.ended).toMatch(/program was stopped: the log .* cannot be written: ENOSPC/);
  });
});
