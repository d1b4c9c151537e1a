import type { Kysely } from 'kysely';
import type { StoreDialect } from './dialect/store-dialect.ts';
import type { RetryPolicy } from './jobs/retry-policy.ts';
import type { StoreDatabase } from './schema/store-database.ts';

/** What every part of the store works with: the database itself, or one transaction on it. */
export interface StoreContext {
  readonly database: Kysely<StoreDatabase>;
  /** The same as `database` within a transaction. */
  readonly reader: Kysely<StoreDatabase>;
  readonly dialect: StoreDialect;
  /** Runs in this transaction, or in one of its own. */
  inTransaction<T>(work: (context: StoreContext) => Promise<T>): Promise<T>;
  /** Who listens hears of the lane once the transaction is committed; outside of one at once. */
  announceDue(lane: string): void;
  readonly retryPolicyOf: (lane: string) => RetryPolicy;
  /** From 0 to below 1; injected, so that tests know the backoff. */
  readonly random: () => number;
}
