import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { Clock } from '../../telemetry/clock.ts';
import type { Caller } from './verify-token.ts';

/** More live tokens than this at once mean an attack: writes are refused rather than memory spent. */
const MAX_LIVE_TOKENS = 100_000;

/** Lets each token of a write pass once. */
export interface ReplayGuard {
  /**
   * @throws LedgerBridgeError LB207 when the token carries no id, or passed before; LB107 when too many are alive to
   * tell.
   */
  admit(caller: Caller): void;
}

/**
 * Remembers the ids of used tokens until they have expired, after which they are refused anyway.
 * @param toleranceSeconds how long after its expiry a token is still accepted.
 */
export function createReplayGuard(
  clock: Clock,
  toleranceSeconds: number,
  limit = MAX_LIVE_TOKENS
): ReplayGuard {
  const usedUntil = new Map<string, number>();

  // A map keeps the order of entry, which is nearly that of expiry, so the expired ones stand in front.
  function forgetExpired(now: number): void {
    for (const [id, until] of usedUntil) {
      if (until >= now) return;
      usedUntil.delete(id);
    }
  }

  return {
    admit({ tokenId, subject, expiresAt }) {
      if (tokenId === undefined) throw refuse('The token carries no jti, which a write needs.');
      const now = clock().toSeconds();
      forgetExpired(now);
      const id = `${subject} ${tokenId}`;
      if (usedUntil.has(id)) throw refuse('The token of this write was used before.');
      if (usedUntil.size >= limit) throw busy();
      usedUntil.set(id, expiresAt + toleranceSeconds + 1);
    }
  };
}

function refuse(detail: string): LedgerBridgeError {
  return new LedgerBridgeError('LB207', { detail });
}

function busy(): LedgerBridgeError {
  return new LedgerBridgeError('LB107', {
    detail: 'Too many writes came in the last minutes to tell repeated ones apart.'
  });
}
