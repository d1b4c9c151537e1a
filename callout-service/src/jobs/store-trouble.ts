import { asLedgerBridgeError } from '../errors/as-ledger-bridge-error.ts';
import type { ErrorCode } from '../errors/catalogue.ts';
import type { Logger } from '../telemetry/logger.ts';

/** What a worker asks of the store; each can be in trouble by itself, as writes are on a full disk while reads are not. */
export type StoreDuty = 'claim' | 'extend' | 'answer' | 'reclaim' | 'clockwork';

/** Tells the log once when the store begins to be in trouble, and once when it is well again. */
export interface StoreTrouble {
  failed(duty: StoreDuty, error: unknown): void;
  worked(duty: StoreDuty): void;
}

// Nothing was changed, or it is not known whether: the same request may be made again.
const PASSING: readonly ErrorCode[] = ['LB602', 'LB605', 'LB607', 'LB618'];

/** Whether the store itself is in trouble, and not what was asked of it. */
export function isStoreTrouble(error: unknown): boolean {
  return PASSING.includes(asLedgerBridgeError(error).code);
}

export function createStoreTrouble(logger: Logger, about: Readonly<Record<string, string>>): StoreTrouble {
  const troubled = new Set<StoreDuty>();
  let since = 0;
  return {
    failed(duty, error) {
      if (troubled.size === 0) {
        since = performance.now();
        const { code } = asLedgerBridgeError(error);
        logger.warn({ ...about, duty, code, err: error }, 'the store is in trouble; it is tried again');
      }
      troubled.add(duty);
    },
    worked(duty) {
      if (!troubled.delete(duty) || troubled.size > 0) return;
      const seconds = Math.round((performance.now() - since) / 1_000);
      logger.info({ ...about, seconds }, 'the store is well again');
    }
  };
}
