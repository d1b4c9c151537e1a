import { setTimeout as delay } from 'node:timers/promises';
import { LedgerBridgeError } from '../../../../callout-service/src/errors/ledger-bridge-error.ts';
import type { Store } from '../../../../callout-service/src/store/port/store.ts';
import type { EffectsLedger } from '../effects-ledger.ts';
import type { LoadSettings } from './load-settings.ts';
import { say } from './said.ts';

/** What the parts of a process under fire share. */
export interface Load {
  readonly store: Store;
  readonly settings: LoadSettings;
  readonly ledger: EffectsLedger;
  readonly random: () => number;
  /** Enqueued less completed, of this process: who produces waits for who works. */
  ahead: number;
  stopped: boolean;
}

/** What the store may answer while its database is killed, full, or in other hands. */
const EXPECTED = new Set(['LB602', 'LB605', 'LB607', 'LB608', 'LB618']);
const PAUSE_MS = 20;

/** Does it, and tells of a refusal; what the contract rules out is told as broken. True when it was done. */
export async function attempt(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    tell(error);
    await delay(PAUSE_MS);
    return false;
  }
}

/** A refusal by its code; all else is broken. */
export function tell(error: unknown): void {
  if (error instanceof LedgerBridgeError && EXPECTED.has(error.code)) {
    say({ said: 'refused', code: error.code });
  } else {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    say({ said: 'broken', message });
  }
}
