import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { lookUntilDecided } from './look-until-decided.ts';
import type { WriterTiming } from './options.ts';

/** What a write came to: Sage's own answer, or what a look-up found after no answer came. */
export type Outcome<T, F> =
  { readonly type: 'answered'; readonly result: T } | { readonly type: 'looked-up'; readonly found: F };

/**
 * Writes, and decides an unknown outcome by looking. Rejects with LB513 when nothing was written, with LB512 when not
 * even looking could tell, and with what Sage refused.
 */
export async function outcomeOf<T, F>(
  write: () => Promise<T>,
  look: () => Promise<F | undefined>,
  timing: WriterTiming
): Promise<Outcome<T, F>> {
  try {
    return { type: 'answered', result: await write() };
  } catch (error) {
    if (!(error instanceof LedgerBridgeError && error.code === 'LB512')) throw error;
    return { type: 'looked-up', found: await lookAfter(error, look, timing) };
  }
}

async function lookAfter<F>(
  unknown: LedgerBridgeError,
  look: () => Promise<F | undefined>,
  timing: WriterTiming
): Promise<F> {
  const decision = await lookUntilDecided(look, timing);
  if (decision.type === 'written') return decision.found;
  if (decision.type === 'not-written')
    throw new LedgerBridgeError('LB513', {
      detail: 'The bridge to Sage was lost while Sage was writing; a look-up shows that nothing was written.',
      cause: unknown
    });
  throw new LedgerBridgeError('LB512', {
    detail: `${unknown.message} Sage could not be read either.`,
    cause: decision.cause
  });
}
