import type { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';

/** Which database, and how long it is waited for. */
export interface PostgresOptions {
  /**
   * `postgres://user:password@host:5432/database`, never logged. TLS as `sslmode` says: `verify-full`, with
   * `sslrootcert=<file>` for an own authority; `no-verify` encrypts without knowing the server; without one, no TLS.
   */
  readonly url: string;
  /** Small letters, digits and underscores, at most 63; made where it is missing. One store a schema. */
  readonly schema: string;
  /** Connections for work; one more listens. */
  readonly poolSize: number;
  /** Time for a new connection, for a free one of the pool, and for an answer to be on its way. */
  readonly connectTimeoutMs: number;
  readonly statementTimeoutMs: number;
  /** Wait for a lock of another transaction; half of the statement's time unless given. */
  readonly lockTimeoutMs?: number;
  /** A transaction that does nothing for so long is ended by the server; the statement's time unless given. */
  readonly idleTransactionTimeoutMs?: number;
  /** How often the listening connection is tried; every ten seconds unless given. */
  readonly heartbeatMs?: number;
  /** False only for tests on a server that is fast because it keeps nothing; true unless given. */
  readonly requireDurable?: boolean;
  readonly observer?: PostgresObserver;
}

/** Who is told of what the store gets over by itself. */
export interface PostgresObserver {
  /** A connection broke. One of the pool is replaced when it is needed, the listening one at once. */
  connectionLost(which: 'pool' | 'listener', fault: LedgerBridgeError): void;
  /** The listening connection stands again; what it may have missed was told to everyone who listens. */
  reconnected(): void;
}
