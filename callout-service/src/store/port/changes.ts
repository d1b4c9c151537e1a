/** A change as it is published to whoever reads the feed. */
export interface NewChange {
  /** Canonical entity, as `customer`. */
  readonly entity: string;
  readonly sageKey: string;
  readonly change: 'created' | 'updated' | 'deleted';
  readonly at: string;
  /** Canonical values; a value that JSON can hold. */
  readonly values: unknown;
}

export interface StoredChange extends NewChange {
  /** Grows with every change; a reader goes on after the last one that it has. */
  readonly id: number;
}

/** The feed of canonical changes, kept for some days. */
export interface Changes {
  /**
   * In the transaction that keeps what became of the records, as its last part: from here to its end nobody else appends,
   * and whoever holds keys of jobs meanwhile must not come after.
   */
  append(changes: readonly NewChange[]): Promise<void>;
  /**
   * Oldest first, after the id given. Never shows a change while one with a lower id may still be committed, so that a
   * reader misses none. `limit` 1 to 1000.
   */
  after(id: number, limit: number, entities?: readonly string[]): Promise<readonly StoredChange[]>;
  /** Those of one record, newest first, before the id given. It reads through what is kept, so it is for people only. */
  ofRecord(record: {
    readonly entity: string;
    readonly sageKey: string;
    readonly before?: number;
    /** 1 to 500. */
    readonly limit: number;
  }): Promise<readonly StoredChange[]>;
  /** The lowest id that is kept and the highest there is; undefined while there is none. A reader below the lowest has missed some. */
  range(): Promise<{ readonly first: number; readonly last: number } | undefined>;
}
