import type { RunCounts } from '../../store/port/sync-runs.ts';
import type { StoreContent } from '../../store/port/store.ts';

/**
 * What became of a page of records, in parts: a page may have thousands of records, and a transaction of that many would keep
 * every other writer of the store waiting, also the one who extends the lease of the run.
 */
export type PageResult = readonly PagePart[];

/** What became of some of the records. A page without records has one part, which is empty. */
export interface PagePart {
  /** Each record of the part in one of created, updated, unchanged, skipped and failed. */
  readonly counts: RunCounts;
  /** How many failed or were skipped, by code of the catalogue. */
  readonly causes: Readonly<Record<string, number>>;
  /** Links, jobs for what failed, publications; the last part in one transaction with the page's own commit. */
  readonly commit: (within: StoreContent) => Promise<void>;
}
