import type { SageProjections } from '../../../sage/port/sage-projections.ts';
import type { SageRecords } from '../../../sage/port/sage-records.ts';
import type { Store } from '../../../store/port/store.ts';
import type { Clock } from '../../../telemetry/clock.ts';
import type { ObjectPair } from '../../pairs/object-pair.ts';
import type { SyncObjectSettings } from '../../settings/sync-object-settings.ts';
import type { ChangedPage, Detection, RunMode } from '../detection.ts';
import { changesLook } from './changes-look.ts';
import { fullLook } from './full-look.ts';
import type { LookParts } from './look-parts.ts';
import { Place } from './place.ts';
import { reconcileLook } from './reconcile-look.ts';
import { watermarkOf } from './watermark.ts';

export interface DetectionParts<E> {
  readonly pair: ObjectPair<E>;
  readonly records: SageRecords;
  readonly projections: SageProjections;
  readonly store: Pick<Store, 'cursors' | 'fingerprints' | 'transaction'>;
  readonly clock: Clock;
  readonly settings: Pick<SyncObjectSettings, 'maxVanishedPercent'>;
  /** What looks at everything are made for, as `mapping 3`: one that was left for another begins anew. */
  readonly scope?: string;
}

/**
 * Finds what changed in Sage of one pair. Before everything was read once, every mode reads everything. The places of its
 * looks are cursors of the store, so that they go on in another process.
 */
export function createDetection<E>(parts: DetectionParts<E>): Detection<E> {
  const { pair, records, store } = parts;
  return {
    pages: (mode, signal) => pagesOf({ ...parts, reads: pair.reads(records), signal }, mode),
    watermark: () => watermarkOf(store, pair.name)
  };
}

async function* pagesOf<E>(parts: LookParts<E>, mode: RunMode): AsyncGenerator<ChangedPage<E>> {
  const open = (which: RunMode) => Place.open(parts.store, parts.pair.name, which);
  const changes = await open('changes');
  if (mode === 'full' || changes.value.since === undefined) {
    yield* fullLook(parts, { full: await open('full'), changes });
  } else if (mode === 'changes') {
    yield* changesLook(parts, changes);
  } else {
    yield* reconcileLook(parts, await open('reconcile'));
  }
}
