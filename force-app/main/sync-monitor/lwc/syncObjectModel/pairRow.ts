import type { Problem } from 'c/reduceErrors';
import type { SyncRun } from 'c/syncRun';
import type { PairName } from './pairs';
import type { SyncObject } from './syncObject';

/** One pair as its row shows it. */
export interface PairRow {
  readonly pair: PairName;
  /** Undefined where the pair is not set up. */
  readonly object: SyncObject | undefined;
  /** The newest known. */
  readonly run: SyncRun | undefined;
  /** Version of its mapping in force, 0 for the packaged one; undefined as long as it is not known. */
  readonly mappingVersion: number | undefined;
  /** IANA; undefined as long as it is not known. */
  readonly sageZone: string | undefined;
  /** Records that its run is expected to read. */
  readonly expected: number | undefined;
  /** All pairs that are switched on, and all whose run goes on. */
  readonly on: readonly PairName[];
  readonly running: readonly PairName[];
  /** What went wrong with the last thing that was done to it. */
  readonly trouble: Problem | undefined;
  /** Something is being done to it. */
  readonly busy: boolean;
}

/** What people ask of a row: the details of its events. */
export interface SwitchDetail {
  readonly pair: PairName;
  readonly on: boolean;
}
export interface StartDetail {
  readonly pair: PairName;
  readonly mode: SyncRun['mode'];
}
export interface PairDetail {
  readonly pair: PairName;
}
