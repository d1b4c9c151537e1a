import type { ErrorCode } from '../../errors/catalogue.ts';

/** One read that came to its end, however. */
export interface ReadEvent {
  /** From the call to the answer, waiting included. */
  readonly durationMs: number;
  /** Part of it spent waiting for a free connection. */
  readonly waitedMs: number;
  readonly statements: number;
  readonly attempts: number;
  /** Absent when the read succeeded. */
  readonly code?: ErrorCode;
}

/** How much is under way. */
export interface LoadEvent {
  readonly inUse: number;
  readonly poolSize: number;
  readonly waiting: number;
}

export type ReaderProcessEnd = 'closed' | 'crashed' | 'hung' | 'unresponsive';

/** What metrics may listen to. Calls are made in passing and must neither throw nor take long. */
export interface OdbcObserver {
  readEnded?(event: ReadEvent): void;
  loadChanged?(event: LoadEvent): void;
  readerStarted?(event: { readonly pid: number | undefined }): void;
  readerEnded?(event: { readonly pid: number | undefined; readonly end: ReaderProcessEnd }): void;
}
