import type { RunCounts } from '../../store/port/sync-runs.ts';
import type { StoreContent } from '../../store/port/store.ts';

/** What became of a page of records. */
export interface PageResult {
  /** Each record of the page in one of created, updated, unchanged, skipped and failed. */
  readonly counts: RunCounts;
  /** How many failed or were skipped, by code of the catalogue. */
  readonly causes: Readonly<Record<string, number>>;
  /** Links, jobs for what failed, publications: in one transaction with the page's own commit. */
  commit(within: StoreContent): Promise<void>;
}
