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

/** How the store does, for `getStatus`. */
export interface StoreState {
  /** False while it does not take or does not give answers: what comes then is kept in memory, as far as there is room. */
  readonly working: boolean;
  /** Why not. */
  readonly reason: string | undefined;
}

/**
 * Keeps last good answers so that they can be shown, as stale, while Sage cannot answer. It is a convenience and no
 * record: no method rejects or throws because of the store, since a page must not fail for it.
 */
export interface LastAnswers {
  /** Undefined when there is none, none young enough, or the store does not give it in time. */
  find(operation: string, key: string): Promise<StoredAnswer | undefined>;
  /** Returns at once; the answer is written a little later. An older answer never replaces a newer one. */
  remember(answer: StoredAnswer): void;
  /** Returns at once, as `remember`; from then on it is not found any more. */
  forget(operation: string, key: string): void;
  /** As last counted. One whose newer answer still waits to be written counts twice for that moment. */
  count(): number;
  state(): StoreState;
  /** Writes what is still waiting, as long as that goes on within some seconds, and ends. The store stays open. */
  close(): Promise<void>;
}
