import type { PairReads } from '../../pairs/object-pair.ts';
import type { SyncObjectSettings } from '../../settings/sync-object-settings.ts';
import type { RecordInStep } from '../payloads.ts';
import type { PairAtWork } from './pair-at-work.ts';
import type { RecordParts } from './record-parts.ts';
import type { SalesforceSide } from './read-both.ts';

/** A record that a job brings in step, and everything by which it does. */
export interface RecordWork {
  readonly parts: RecordParts;
  readonly at: PairAtWork;
  readonly reads: PairReads<unknown>;
  readonly settings: SyncObjectSettings;
  readonly wanted: RecordInStep;
  /** Id of the job, and which attempt it is. */
  readonly job: { readonly id: number; readonly attempt: number };
  readonly startedAt: string;
  readonly signal: AbortSignal;
  /** Key of the only record of Sage that the match keys find; undefined for none. @throws LedgerBridgeError LB782. */
  inSage(salesforce: SalesforceSide | undefined): Promise<string | undefined>;
}
