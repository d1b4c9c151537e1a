import type { ChangeWindow } from '../../../sage/port/sage-records.ts';
import type { StoreContent } from '../../../store/port/store.ts';
import type { ChangedPage } from '../detection.ts';
import { compare, QUIET_PAGES } from './digest-look.ts';
import { rowsOf, sourceOf } from './digested-pages.ts';
import { foundPage } from './found-page.ts';
import type { LookParts } from './look-parts.ts';
import type { Look, Place } from './place.ts';

/**
 * How far before the last look is looked again: for clocks of workstations, postings that took long, and the hour that
 * comes twice when daylight saving time ends.
 */
export const OVERLAP_MINUTES = 120;

/**
 * What Sage has stamped since. The moment of the last look counts, by the service's own clock, and never a stamp: a stamp
 * of a clock that is ahead would hide what comes after it. A row that is stamped later than now is found until then. What
 * the overlap brings again is passed over by its digest.
 */
export async function* stampedLook<E>(
  parts: LookParts<E>,
  place: Place,
  look: Look
): AsyncGenerator<ChangedPage<E>, Look> {
  const { since } = place.value;
  if (parts.reads.changedSince === undefined || since === undefined) return look;
  // Where this machine's clock was ahead for a while, it counts no longer.
  const from = since < look.startedAt ? since : look.startedAt;
  const window = { since: from, overlapMinutes: OVERLAP_MINUTES };
  const source = sourceOf(parts, 'stamped');
  let [stands, quiet, looked] = [look, 0, 0];
  for await (const page of stampedPages(parts, window, look.after)) {
    parts.signal.throwIfAborted();
    const { records, changed, after } = await newOf(parts, source, page);
    stands = { ...stands, looked: stands.looked + page.length, ...(after !== undefined && { after }) };
    [quiet, looked] = [quiet + 1, looked + page.length];
    if (records.length === 0 && quiet < QUIET_PAGES) continue;
    const keep = ({ fingerprints }: StoreContent) => fingerprints.putAll(source, changed);
    yield foundPage({ records, looked }, keep, place.moveTo({ since, look: stands }));
    [quiet, looked] = [0, 0];
  }
  if (looked > 0) yield foundPage({ looked }, place.moveTo({ since, look: stands }));
  return stands;
}

/** Records that are not as they were when their stamp was seen last. */
async function newOf<E>(parts: LookParts<E>, source: string, page: readonly E[]) {
  const byKey = new Map(page.map((record) => [parts.pair.description.keyOf(record), record]));
  const { changed } = await compare(parts, source, rowsOf(byKey));
  return {
    records: changed.flatMap(({ key }) => byKey.get(key) ?? []),
    changed,
    after: [...byKey.keys()].at(-1)
  };
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
