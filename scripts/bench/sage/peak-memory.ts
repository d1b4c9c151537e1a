import { readFileSync } from 'node:fs';

const INTERVAL_MS = 20;
const RESIDENT = /^VmRSS:\s+(\d+) kB$/m;
const KIB_PER_MIB = 1_024;

/**
 * Runs `work` and gives the most memory that the processes held together meanwhile, in MiB of resident pages; pages that
 * they share count once for each. Looks every 20 ms, so a shorter peak may be missed. Linux only: NaN elsewhere.
 */
export async function withPeakMemory<T>(
  pids: readonly number[],
  work: () => Promise<T>
): Promise<{ readonly result: T; readonly peakMib: number }> {
  let peakMib = residentMib(pids);
  const timer = setInterval(() => {
    peakMib = Math.max(peakMib, residentMib(pids));
  }, INTERVAL_MS);
  try {
    const result = await work();
    return { result, peakMib: Math.max(peakMib, residentMib(pids)) };
  } finally {
    clearInterval(timer);
  }
}

function residentMib(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + residentKib(pid), 0) / KIB_PER_MIB;
}

function residentKib(pid: number): number {
  try {
    return Number(RESIDENT.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return Number.NaN;
  }
}
