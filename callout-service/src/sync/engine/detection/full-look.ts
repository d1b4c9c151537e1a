import type { ChangedPage } from '../detection.ts';
import { digestedPages, sourceOf, type Digests } from './digested-pages.ts';
import { foundPage, lastPage } from './found-page.ts';
import { nowOf, type LookParts } from './look-parts.ts';
import type { Look, Place } from './place.ts';

/** More than goes in collections of 200, so that a first load takes few of the day's requests. */
export const RECORDS_AT_ONCE = 5_000;

interface Places {
  readonly full: Place;
  readonly changes: Place;
}

/**
 * Every record, whatever was seen before. The first one notes the digests of all records beforehand, so that what changes
 * while they are read is found by the looks that follow; these begin where it began.
 */
export async function* fullLook<E>(
  parts: LookParts<E>,
  { full, changes }: Places
): AsyncGenerator<ChangedPage<E>> {
  const isFirst = changes.value.since === undefined;
  let look = goOn(parts, full) ?? begin(parts, isFirst ? 'figures' : 'scan');
  for (const digests of ['figures', 'whole'] as const) {
    if (look.phase !== digests) continue;
    if (parts.pair.projections[digests] !== undefined) yield* noteDigests(parts, digests, full, look);
    look = { ...begin(parts, digests === 'figures' ? 'whole' : 'scan'), startedAt: look.startedAt };
  }
  yield* scanAll(parts, full, look);
  const ended = full.moveTo({});
  if (isFirst) yield lastPage(ended, changes.moveTo({ since: look.startedAt }));
  else yield lastPage(ended);
}

/** A look that was begun for another mapping begins anew: what it has read was brought in step by that one. */
function goOn({ scope }: LookParts<unknown>, { value: { look } }: Place): Look | undefined {
  return look?.scope === scope ? look : undefined;
}

function begin(parts: LookParts<unknown>, phase: Look['phase']): Look {
  const { scope } = parts;
  return { startedAt: nowOf(parts), phase, looked: 0, ...(scope !== undefined && { scope }) };
}

async function* noteDigests<E>(
  parts: LookParts<E>,
  digests: Digests,
  place: Place,
  look: Look
): AsyncGenerator<ChangedPage<E>> {
  for await (const { rows } of digestedPages(parts, digests, look.after)) {
    parts.signal.throwIfAborted();
    const after = rows.at(-1)?.key;
    const move = place.moveTo({ look: { ...look, ...(after !== undefined && { after }) } });
    yield foundPage(
      { looked: 0 },
      (within) => within.fingerprints.putAll(sourceOf(parts, digests), rows),
      move
    );
  }
}

async function* scanAll<E>(
  { pair, reads, signal }: LookParts<E>,
  place: Place,
  look: Look
): AsyncGenerator<ChangedPage<E>> {
  let { looked } = look;
  for await (const records of gathered(reads.scan(look.after))) {
    signal.throwIfAborted();
    looked += records.length;
    const last = records.at(-1);
    const after = last === undefined ? {} : { after: pair.description.keyOf(last) };
    yield foundPage(
      { records, looked: records.length },
      place.moveTo({ look: { ...look, ...after, looked } })
    );
  }
}

/** Pages together, so that there is enough to write for Salesforce's Bulk API, and no more in memory than that. */
async function* gathered<E>(pages: AsyncIterable<readonly E[]>): AsyncGenerator<readonly E[]> {
  let some: E[] = [];
  for await (const page of pages) {
    some.push(...page);
    if (some.length < RECORDS_AT_ONCE) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}
