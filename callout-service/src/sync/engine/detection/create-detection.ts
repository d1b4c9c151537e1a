import type { SageProjections } from '../../../sage/port/sage-projections.ts';
import type { SageRecords } from '../../../sage/port/sage-records.ts';
import type { Store } from '../../../store/port/store.ts';
import type { Clock } from '../../../telemetry/clock.ts';
import type { ObjectPair } from '../../pairs/object-pair.ts';
import type { SyncObjectSettings } from '../../settings/sync-object-settings.ts';
import type { Detection } from '../detection.ts';

export interface DetectionParts<E> {
  readonly pair: ObjectPair<E>;
  readonly records: SageRecords;
  readonly projections: SageProjections;
  readonly store: Pick<Store, 'cursors' | 'fingerprints' | 'transaction'>;
  readonly clock: Clock;
  readonly settings: Pick<SyncObjectSettings, 'maxVanishedPercent'>;
}

/** Finds what changed in Sage of one pair. */
export function createDetection<E>(_parts: DetectionParts<E>): Detection<E> {
  throw new Error('not yet');
}
