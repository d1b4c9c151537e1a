import type { MappingContent } from '../../mapping/mapping-content.ts';
import type { PairName } from '../pairs/pair-names.ts';

/** What an admin decided for one object pair: `Sync_Object__c`. */
export interface SyncObjectSettings {
  readonly recordId: string;
  readonly pair: PairName;
  readonly active: boolean;
  /** Five-field cron in the Sage time zone for runs of mode `changes`; null for none. */
  readonly schedule: string | null;
  /** Seconds between runs of mode `changes`, 5 at least; null for none. */
  readonly everySeconds: number | null;
  /** Cron for runs of mode `reconcile`; null for none. */
  readonly reconcileSchedule: string | null;
  /** A run in which more than so many per cent of the known records have vanished deletes nothing (LB784). */
  readonly maxVanishedPercent: number;
  /** What becomes of a record of Salesforce whose record in Sage has gone. */
  readonly whenVanished: 'keep' | 'mark' | 'delete';
}

/** A mapping in force, with the number of its version. */
export interface PublishedMapping {
  readonly version: number;
  readonly content: MappingContent;
}

/** The pairs that are switched on, with what holds for them now. */
export interface SyncObjectsSource {
  /** Those of the last minute. @throws LedgerBridgeError LB751, LB70x. */
  active(): Promise<readonly SyncObjectSettings[]>;
  find(pair: PairName): Promise<SyncObjectSettings | undefined>;
  /** The published mapping, or the one that comes with the package where none was published. */
  mapping(pair: PairName): Promise<PublishedMapping>;
  refresh(): void;
}
