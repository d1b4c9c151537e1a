import type { FoundOrder } from './notice.ts';

/** So many orders may be deleted between two looks; beyond them, so large a share of all that were looked at. */
const FEW = 10;
const LARGEST_SHARE = 0.25;

/**
 * Whether the orders that Sage does not have may really be gone. A company that is being restored, or rights that were
 * taken away, look the same as hundreds of deleted orders.
 */
export function isBelievable(found: readonly Pick<FoundOrder, 'shown'>[]): boolean {
  const gone = found.filter(({ shown }) => shown.gone).length;
  return gone <= FEW || gone <= found.length * LARGEST_SHARE;
}
