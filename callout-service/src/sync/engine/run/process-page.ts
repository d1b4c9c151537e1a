import type { PublishedMapping, SyncObjectSettings } from '../../settings/sync-object-settings.ts';
import type { ObjectPair } from '../../pairs/object-pair.ts';
import type { ChangedPage } from '../detection.ts';
import type { PageResult } from '../page-result.ts';

/** A page of a run, with what holds for it. */
export interface PageWork {
  readonly pair: ObjectPair;
  readonly page: Pick<ChangedPage<unknown>, 'records' | 'vanished'>;
  /** The same from the start of the run to its end. */
  readonly mapping: PublishedMapping;
  readonly settings: SyncObjectSettings;
  readonly runId: number;
  readonly signal: AbortSignal;
}

/** Brings the records of a page in step; what it could not do of one record is in its result. */
export type ProcessPage = (work: PageWork) => Promise<PageResult>;
