import type { ChangeWindow } from '../../../sage/port/sage-records.ts';
import type { ChangedPage } from '../detection.ts';
import { foundPage } from './found-page.ts';
import type { LookParts } from './look-parts.ts';
import type { Look, Place } from './place.ts';

/**
 * How far before the last look is looked again: for clocks of workstations, postings that took long, and the hour that
 * comes twice when daylight saving time ends. What was in step already is passed over by its digest.
 */
export const OVERLAP_MINUTES = 120;

/**
 * What Sage has stamped since. The moment of the last look counts, by the service's own clock, and never a stamp: a stamp
 * of a clock that is ahead would hide what comes after it. A row that is stamped later than now is found until then.
 */
export async function* stampedLook<E>(
  parts: LookParts<E>,
  place: Place,
  look: Look
): AsyncGenerator<ChangedPage<E>> {
  const { pair, reads, signal } = parts;
  const { since } = place.value;
  if (reads.changedSince === undefined || since === undefined) return;
  // Where this machine's clock was ahead for a while, it counts no longer.
  const from = since < look.startedAt ? since : look.startedAt;
  let { looked } = look;
  for await (const records of stampedPages(
    parts,
    { since: from, overlapMinutes: OVERLAP_MINUTES },
    look.after
  )) {
    signal.throwIfAborted();
    looked += records.length;
    const last = records.at(-1);
    const after = last === undefined ? look.after : pair.description.keyOf(last);
    const move = place.moveTo({ since, look: { ...look, looked, ...(after !== undefined && { after }) } });
    yield foundPage({ records, looked: records.length }, move);
  }
}

/**
 * Goes on behind the last record of before. Where that has gone, or is stamped anew, more comes again than need be, but
 * nothing is left out: records come in the order of their keys, and what is stamped meanwhile is of the next look.
 */
async function* stampedPages<E>(
  { pair, reads, signal }: LookParts<E>,
  window: ChangeWindow,
  after: string | undefined
): AsyncGenerator<readonly E[]> {
  if (reads.changedSince === undefined) return;
  let behind = after === undefined;
  for await (const page of reads.changedSince(window)) {
    signal.throwIfAborted();
    const rest = behind ? page : partBehind(page, (record) => pair.description.keyOf(record) === after);
    if (rest === undefined) continue;
    behind = true;
    if (rest.length > 0) yield rest;
  }
  if (!behind) yield* reads.changedSince(window);
}

function partBehind<E>(page: readonly E[], isLast: (record: E) => boolean): readonly E[] | undefined {
  const at = page.findIndex(isLast);
  return at === -1 ? undefined : page.slice(at + 1);
}
