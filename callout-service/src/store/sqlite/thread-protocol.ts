/** The one connection that a thread holds. */
export interface ThreadStart {
  readonly file: string;
  /** The writer makes and prepares the file; a reader sees what was last committed, and waits for nobody. */
  readonly role: 'writer' | 'reader';
  /** Time that a statement waits for another process on the same file. */
  readonly busyTimeoutMs: number;
  /** For tests of a full disk: SQLite refuses to grow beyond so many pages. */
  readonly maxPages?: number | undefined;
}

/** What SQLite takes and gives. */
export type SqliteValue = string | number | bigint | null | Uint8Array;

/** One statement for the thread. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly SqliteValue[];
  /** Statement that begins a transaction, run first: in the same message, which spares one way there and back. */
  readonly begin?: string | undefined;
}

export interface StatementRequest extends Statement {
  readonly id: number;
  readonly kind: 'statement';
}

export interface CloseRequest {
  readonly id: number;
  readonly kind: 'close';
}

export type ThreadRequest = StatementRequest | CloseRequest;

export interface StatementResult {
  readonly rows: readonly unknown[];
  /** Rows that a statement inserted, changed or deleted; 0 for one that only reads. */
  readonly changes: number;
}

/** What SQLite said. */
export type ThreadAnswer =
  ({ readonly id: number } & StatementResult) | { readonly id: number; readonly failure: ThreadFailure };

/** An error, since an error's own properties do not cross threads. */
export interface ThreadFailure {
  readonly message: string;
  /**
   * SQLite's own extended code, as `SQLITE_FULL`; `NOT_DURABLE` for a file that would lose what was acknowledged,
   * `THREAD_ENDED` and `TRANSACTION_EXPIRED` from the near side. Undefined for a fault of who asked.
   */
  readonly code: string | undefined;
  /** True when no transaction is left: SQLite undoes one by itself when the disk is full, and when it could not begin. */
  readonly undone: boolean;
}

/** Id of the answer to the start itself. */
export const START_ID = 0;
