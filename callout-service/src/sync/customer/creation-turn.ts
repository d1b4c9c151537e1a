import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { StoreContent } from '../../store/port/store.ts';
import type { Clock } from '../../telemetry/clock.ts';

/** Longer than a write into Sage with every look-up may take: after it, whoever had the turn counts as gone. */
const TURN_LASTS_MS = 150_000;
const LOOK_AGAIN_MS = 15_000;
const MANY = 1_000;
const SCOPE = 'sage-record-made';

/**
 * Lets one instance of the service at a time make a record of Sage for a key, where several share the store: Sage itself
 * does not refuse a second record. A turn is an idempotency key, since only one of two gets it; the next turn is the next
 * key, once the one before was answered or its owner is long silent.
 * @throws LedgerBridgeError LB510 while another instance has the turn.
 */
export async function inTurn<T>(
  key: string,
  { store, clock }: { readonly store: Pick<StoreContent, 'idempotencyKeys'>; readonly clock: Clock },
  work: () => Promise<T>
): Promise<T> {
  const turn = await takeTurn(key, store, clock);
  try {
    return await work();
  } finally {
    await store.idempotencyKeys.answer(SCOPE, turn, 'ended');
  }
}

async function takeTurn(
  key: string,
  { idempotencyKeys }: Pick<StoreContent, 'idempotencyKeys'>,
  clock: Clock
): Promise<string> {
  for (let number = 0; number < MANY; number += 1) {
    const turn = `${key}#${number}`;
    const known = await idempotencyKeys.take({ scope: SCOPE, key: turn, fingerprint: key });
    if (known.outcome === 'new') return turn;
    const age = clock().toMillis() - Date.parse(known.since);
    if (known.answer === undefined && age < TURN_LASTS_MS) throw madeElsewhere(TURN_LASTS_MS - age);
  }
  throw madeElsewhere(TURN_LASTS_MS);
}

function madeElsewhere(remainingMs: number): LedgerBridgeError {
  return new LedgerBridgeError('LB510', {
    detail: 'Another instance of the service is just making this record in Sage.',
    retryAfterMs: Math.min(remainingMs, LOOK_AGAIN_MS)
  });
}
