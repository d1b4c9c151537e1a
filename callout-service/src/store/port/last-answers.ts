/** The last good answer of one operation for one key. */
export interface StoredAnswer {
  readonly operation: string;
  /** What was asked for, as `01-ABF`. */
  readonly key: string;
  /** The moment Sage gave it, ISO 8601 in UTC. */
  readonly asOf: string;
  /** A value that JSON can hold. */
  readonly answer: unknown;
}

/** How the store is, for `getStatus`. */
export interface StoreState {
  readonly writable: boolean;
  /** False when answers are only kept until the service stops. */
  readonly durable: boolean;
  /** Why it is not writable or not durable. */
  readonly reason: string | undefined;
}

/**
 * Keeps last good answers so that they can be shown, as stale, while Sage cannot answer. It is a convenience and no
 * record: no method rejects or throws because of the disk, since a page must not fail for it.
 */
export interface LastAnswers {
  /** Undefined when there is none, or none young enough. */
  find(operation: string, key: string): StoredAnswer | undefined;
  /** Returns at once; the answer is written a little later. An older answer never replaces a newer one. */
  remember(answer: StoredAnswer): void;
  forget(operation: string, key: string): void;
  /** One whose newer answer still waits to be written counts twice for that moment. */
  count(): number;
  state(): StoreState;
  /** Writes what is still waiting, and ends. */
  close(): void;
}
