/** What the thread is started with. */
export interface ThreadStart {
  readonly file: string;
  /** Time that a change waits for another process on the same file. */
  readonly busyTimeoutMs: number;
  /** For tests of a full disk: SQLite refuses to grow beyond so many pages. */
  readonly maxPages?: number | undefined;
}

/** What SQLite takes and gives. */
export type SqliteValue = string | number | bigint | null | Uint8Array;

/** One statement for the thread. */
export interface StatementRequest {
  readonly id: number;
  readonly kind: 'statement';
  /** The writer is one for all; the reader sees what was last committed, and waits for nobody. */
  readonly connection: 'writer' | 'reader';
  readonly sql: string;
  readonly parameters: readonly SqliteValue[];
  /** Begins a transaction first, in the same message, which spares one way there and back. */
  readonly begin: boolean;
}

/** A consistent copy, made step by step between statements. */
export interface BackupRequest {
  readonly id: number;
  readonly kind: 'backup';
  readonly file: string;
}

export interface CloseRequest {
  readonly id: number;
  readonly kind: 'close';
}

export type ThreadRequest = StatementRequest | BackupRequest | CloseRequest;

/** What SQLite said. */
export type ThreadAnswer =
  | { readonly id: number; readonly rows: readonly unknown[]; readonly changes: number }
  | { readonly id: number; readonly failure: ThreadFailure };

/** An error, since an error's own properties do not cross threads. */
export interface ThreadFailure {
  readonly message: string;
  /** SQLite's own extended code, as `SQLITE_FULL`; absent for other errors. */
  readonly code: string | undefined;
}

/** Id of the answer to the start itself. */
export const START_ID = 0;
