import { createHash } from 'node:crypto';
import type { KeyOfLane } from '../dialect/store-dialect.ts';

/**
 * Keys share this many locks, so that a batch of any size takes no more of the server's lock table than this: it has
 * room for about 6,400 as PostgreSQL comes (max_locks_per_transaction × max_connections). Two keys that share one wait
 * for each other for the moment of a transaction, no longer.
 */
const LOCKS = 2_048;

/** The advisory locks of the keys, in the order in which everyone takes them, so that nobody waits in a ring. */
export function locksOf(schema: string, keys: readonly KeyOfLane[]): { store: number; locks: number[] } {
  const numbers = keys.map(({ lane, key }) => hashOf(JSON.stringify([lane, key])).readUInt32BE() % LOCKS);
  return {
    store: hashOf(schema).readInt32BE(),
    locks: [...new Set(numbers)].toSorted((one, other) => one - other)
  };
}

/** The lock of the feed of changes, beyond those of the keys. */
export function feedLock(schema: string): readonly [store: number, feed: number] {
  return [hashOf(schema).readInt32BE(), LOCKS];
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
