import type { StoreContent } from '../../store/port/store.ts';

/**
 * What a run looks for. `changes`: what stamps and figures show since the last run. `full`: every record, whatever was seen
 * before; the first load. `reconcile`: every column of every record by its digest, and which records have gone.
 */
export const runModes = ['changes', 'full', 'reconcile'] as const;
export type RunMode = (typeof runModes)[number];

/** Some records of Sage that are to be brought in step. */
export interface ChangedPage<E> {
  /** As Sage has them now. */
  readonly records: readonly E[];
  /** Keys that Sage has no more; given once it is sure, and few enough (LB784). */
  readonly vanished: readonly string[];
  /** Rows of Sage that were looked at for it, unchanged ones included. */
  readonly looked: number;
  /** Nothing follows it: with it the look has come to its end. */
  readonly last?: boolean;
  /** Keeps how far the run has come: belongs in the transaction that keeps what became of the page. */
  commit(within: StoreContent): Promise<void>;
}

/** Finds what changed in Sage. */
export interface Detection<E> {
  /**
   * Goes on where the last committed page ended, so that a run that was killed or stopped loses nothing and does little
   * twice. Ends when all is found; what changes meanwhile is found by the next run.
   * @throws LedgerBridgeError LB3xx, or LB784 when too many records have vanished.
   */
  pages(mode: RunMode, signal: AbortSignal): AsyncIterable<ChangedPage<E>>;
  /** Where it stands, as people read it in the log: a moment, or how many were seen. */
  watermark(): Promise<string | null>;
}
