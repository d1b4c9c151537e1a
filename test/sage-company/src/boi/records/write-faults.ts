import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WritePlan } from '../company/write-plan.ts';
import { BoiRefusal } from '../com/boi-object.ts';
import type { SessionState } from '../session/session-state.ts';

const LATE_WRITE = join(import.meta.dirname, '../late-write.ts');

/** What was told for the next write: refused with a text, or done with one as a warning. */
export function toldAnswer({ state }: SessionState): string | undefined {
  const fault = state.fault('answer');
  if (fault === undefined || !state.spend('answer')) return undefined;
  if (fault.code === 0) throw new BoiRefusal(fault.text);
  return fault.text;
}

/** Writes the plan; or dies before, dies after, or dies and lets another process write it, as was told. */
export function writeOrDie(session: SessionState, plan: WritePlan): void {
  const { state, database } = session;
  const fault = state.fault('die');
  const dies = fault !== undefined && state.spend('die');
  if (dies && fault.when === 'before-write') die();
  if (dies && fault.when === 'late') {
    leaveToLateWriter(database.file, plan, fault.milliseconds);
    die();
  }
  database.write(plan);
  if (dies) die();
}

/** Out-of-process servers may finish what their client, which died meanwhile, asked for. */
function leaveToLateWriter(databaseFile: string, plan: WritePlan, milliseconds: number): void {
  const file = `${databaseFile}.late-${process.pid}.json`;
  writeFileSync(file, JSON.stringify({ databaseFile, milliseconds, plan }));
  spawn(process.execPath, [LATE_WRITE, file], { detached: true, stdio: 'ignore' }).unref();
}

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('a killed process goes on');
}
