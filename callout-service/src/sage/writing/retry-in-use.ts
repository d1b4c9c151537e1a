import { setTimeout as delay } from 'node:timers/promises';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;

/**
 * Tries again while another user has the record open (LB510), until the time is over; the last refusal is the answer.
 * Between two tries other records are written.
 */
export async function retryInUse<T>(write: () => Promise<T>, timeoutMs: number): Promise<T> {
  const endsAt = performance.now() + timeoutMs;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    try {
      return await write();
    } catch (error) {
      const isInUse = error instanceof LedgerBridgeError && error.code === 'LB510';
      if (!isInUse || performance.now() + pause > endsAt) throw error;
    }
    await delay(pause);
  }
}
