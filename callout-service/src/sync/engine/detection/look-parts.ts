import type { SageProjections } from '../../../sage/port/sage-projections.ts';
import type { Store } from '../../../store/port/store.ts';
import type { Clock } from '../../../telemetry/clock.ts';
import type { ObjectPair, PairReads } from '../../pairs/object-pair.ts';
import type { SyncObjectSettings } from '../../settings/sync-object-settings.ts';

/** What every look works with. */
export interface LookParts<E> {
  readonly pair: ObjectPair<E>;
  readonly reads: PairReads<E>;
  readonly projections: SageProjections;
  readonly store: Pick<Store, 'cursors' | 'fingerprints' | 'transaction'>;
  readonly clock: Clock;
  readonly settings: Pick<SyncObjectSettings, 'maxVanishedPercent'>;
  readonly signal: AbortSignal;
  /** What a look at everything is made for, as `mapping 3`. */
  readonly scope?: string;
}

/** Moments of this form compare as texts. */
export function nowOf({ clock }: Pick<LookParts<unknown>, 'clock'>): string {
  return clock().toUTC().toISO();
}
