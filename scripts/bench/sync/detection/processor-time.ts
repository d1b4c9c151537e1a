import { readFileSync } from 'node:fs';

/** Of user and of system, in hundredths of a second (proc_pid_stat(5); USER_HZ is 100 on Linux). */
const [USER, SYSTEM] = [11, 12];
const TICKS_PER_SECOND = 100;

/** Processor time that the processes have used so far, in seconds: others on the machine do not count. Linux only. */
export function processorSeconds(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + ticksOf(pid), 0) / TICKS_PER_SECOND;
}

function ticksOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program, in brackets, may hold blanks itself.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(fields[USER]) + Number(fields[SYSTEM]);
  } catch {
    return Number.NaN;
  }
}
