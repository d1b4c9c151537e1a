import type { SentOrder } from '../../rules/order-draft/sent-order.ts';

/** What became of a request. */
export interface OrderOutcome {
  readonly action: 'created' | 'updated' | 'unchanged' | 'cancelled' | 'skipped';
  /** Null where no order stands in Sage. */
  readonly salesOrderNo: string | null;
  /** What the link keeps from now on; undefined where there is nothing to link. */
  readonly sent: SentOrder | undefined;
  /** Items whose stock may be another now. */
  readonly touched: readonly string[];
  /** For people, on the record; null where all is well. */
  readonly code: string | null;
  readonly message: string | null;
  /** Whether the record is there to be written to. */
  readonly recordIsThere: boolean;
  readonly accountId: string | null;
}

/** A request that changed nothing, and why. */
export function skipped(message: string, about: Partial<OrderOutcome> = {}): OrderOutcome {
  return {
    action: 'skipped',
    salesOrderNo: null,
    sent: undefined,
    touched: [],
    code: null,
    message,
    recordIsThere: true,
    accountId: null,
    ...about
  };
}
