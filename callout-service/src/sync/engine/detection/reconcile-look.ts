import type { ChangedPage } from '../detection.ts';
import { sourceOf } from './digested-pages.ts';
import { digestLook } from './digest-look.ts';
import { foundPage, lastPage } from './found-page.ts';
import { KeySketch } from './key-sketch.ts';
import { nowOf, type LookParts } from './look-parts.ts';
import type { Look, Place } from './place.ts';
import { tooManyVanished, vanishedPages } from './vanished.ts';

/** Every column of every record by its digest, and which records have gone; whatever their stamps say. */
export async function* reconcileLook<E>(parts: LookParts<E>, place: Place): AsyncGenerator<ChangedPage<E>> {
  let look = place.value.look ?? newLook(parts);
  if (look.phase === 'whole') {
    look = yield* wholeLook(parts, place, look);
    const missing = await countMissing(parts, look);
    if (missing.count > 0) {
      await guard(parts, place, missing);
      look = { ...look, phase: 'vanished' };
      yield foundPage({ looked: 0 }, place.moveTo({ look }));
    }
  }
  if (look.phase === 'vanished') yield* vanishedPages(parts, look);
  yield lastPage(place.moveTo({}));
}

function newLook(parts: LookParts<unknown>): Look {
  return {
    startedAt: nowOf(parts),
    phase: 'whole',
    looked: 0,
    stored: 0,
    sketch: new KeySketch().toString()
  };
}

/** Counts what the store knows of what Sage has, and keeps its sums. */
async function* wholeLook<E>(
  parts: LookParts<E>,
  place: Place,
  look: Look
): AsyncGenerator<ChangedPage<E>, Look> {
  const sketch = new KeySketch(look.sketch);
  let { stored = 0 } = look;
  return yield* digestLook(parts, 'whole', place, look, (rows, known) => {
    for (const { key } of rows) {
      if (!known.has(key)) continue;
      stored += 1;
      sketch.add(key);
    }
    return { stored, sketch: sketch.toString() };
  });
}

async function countMissing(parts: LookParts<unknown>, { stored = 0 }: Look) {
  const known = await parts.store.fingerprints.count(sourceOf(parts, 'whole'));
  return { count: known - stored, known };
}

/** Before anything is said to have vanished; the next look is a new one. */
async function guard(
  parts: LookParts<unknown>,
  place: Place,
  missing: { readonly count: number; readonly known: number }
): Promise<void> {
  if (missing.count * 100 <= missing.known * parts.settings.maxVanishedPercent) return;
  await parts.store.transaction(place.moveTo({}));
  throw tooManyVanished(parts.pair.label, missing, parts.settings.maxVanishedPercent);
}
