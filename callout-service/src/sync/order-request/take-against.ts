import { asLedgerBridgeError } from '../../errors/as-ledger-bridge-error.ts';

/** Another instance may move the place again and again while it catches up. */
const TRIES = 5;

/** Begins again from where the place then stands, when another instance has just moved it (LB612). */
export async function takeAgainst(take: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await take();
      return;
    } catch (error) {
      if (asLedgerBridgeError(error).code !== 'LB612' || tries === TRIES) throw error;
    }
  }
}
