import { setTimeout as wait } from 'node:timers/promises';
import type { Alarm, AlertTopic } from '../../alerts/alert-notice.ts';
import { asLedgerBridgeError } from '../../errors/as-ledger-bridge-error.ts';
import type { Logger } from '../../telemetry/logger.ts';
import type { TroubleTeller } from './gate-state.ts';

export interface TellerParts {
  readonly alarm: Alarm;
  readonly topic: AlertTopic;
  readonly logger: Logger;
  /** Time until the store is asked again after it did not take what was told. */
  readonly againAfterMs?: number;
}

interface Word {
  readonly what: 'raise' | 'clear';
  readonly detail: string;
}

/**
 * Tells people of a trouble, in the order in which it went. The store may be away as well: then it is told again until it
 * is taken, and what came in between counts no more.
 */
export function createTroubleTeller({
  alarm,
  topic,
  logger,
  againAfterMs = 5_000
}: TellerParts): TroubleTeller {
  let next: Word | undefined;
  let telling = false;

  async function tell(): Promise<void> {
    telling = true;
    while (next !== undefined) {
      const word = next;
      next = undefined;
      try {
        await alarm[word.what](topic, word.detail);
      } catch (error) {
        logger.warn({ topic, ...aboutFailure(error) }, 'an alert could not be told yet');
        next ??= word;
        await wait(againAfterMs, undefined, { ref: false });
      }
    }
    telling = false;
  }

  function say(word: Word): void {
    next = word;
    if (!telling) void tell();
  }

  return {
    trouble: (detail) => say({ what: 'raise', detail }),
    well: (detail) => say({ what: 'clear', detail })
  };
}

function aboutFailure(error: unknown) {
  return { code: asLedgerBridgeError(error).code, err: error };
}
