import type { OpenedDatabase } from '../dialect/store-dialect.ts';
import { createAnnouncer } from './announcer.ts';
import { openLastingConnection } from './lasting-connection.ts';
import type { PostgresOptions } from './postgres-options.ts';

/** Tells who listens in this process at once, and other instances through the database. */
export type DueChannel = Pick<OpenedDatabase, 'onDue' | 'committed' | 'close'>;

/**
 * Announces after the commit and not within it: a transaction with NOTIFY waits until the one before it is flushed, so
 * that none could share a flush with another. An announcement that is lost together with its process costs time and no
 * job, since everyone looks for due jobs by itself too.
 * @throws LedgerBridgeError LB601; ConnectionLost, PostgresFailure.
 */
export async function openDueChannel(options: PostgresOptions): Promise<DueChannel> {
  const listeners = new Set<(lane: string) => void>();
  const tell = (lane: string): void => listeners.forEach((listener) => listener(lane));
  const connection = await openLastingConnection(options, tell, () => announcer.announce([]));
  const announcer = createAnnouncer((lanes) => connection.current().announce(lanes));
  return {
    onDue(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    committed(lanes) {
      lanes.forEach(tell);
      announcer.announce(lanes);
    },
    async close() {
      await announcer.settled();
      await connection.close();
    }
  };
}
