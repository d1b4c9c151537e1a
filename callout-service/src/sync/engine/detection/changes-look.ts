import type { ChangedPage } from '../detection.ts';
import { digestLook } from './digest-look.ts';
import { lastPage } from './found-page.ts';
import { nowOf, type LookParts } from './look-parts.ts';
import type { Look, Place } from './place.ts';
import { stampedLook } from './stamped-look.ts';

/**
 * What changed since the last look: by stamps, then by the digests of figures, which postings change without a stamp.
 * Pairs that have neither are compared as a whole.
 */
export async function* changesLook<E>(parts: LookParts<E>, place: Place): AsyncGenerator<ChangedPage<E>> {
  let look: Look = place.value.look ?? { startedAt: nowOf(parts), phase: 'stamps', looked: 0 };
  if (look.phase === 'stamps') {
    yield* stampedLook(parts, place, look);
    look = {
      startedAt: look.startedAt,
      phase: phaseAfterStamps(parts),
      looked: place.value.look?.looked ?? 0
    };
  }
  if (look.phase === 'figures' || look.phase === 'whole') yield* digestLook(parts, look.phase, place, look);
  yield lastPage(place.moveTo({ since: look.startedAt }));
}

function phaseAfterStamps<E>({ pair, reads }: LookParts<E>): Look['phase'] {
  if (pair.projections.figures !== undefined) return 'figures';
  return reads.changedSince === undefined ? 'whole' : 'stamps';
}
