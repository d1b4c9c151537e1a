import type { ProjectedRow } from '../../../sage/port/sage-projections.ts';
import type { StoreContent } from '../../../store/port/store.ts';
import type { ChangedPage } from '../detection.ts';
import { digestedPages, sourceOf, type DigestedPage, type Digests } from './digested-pages.ts';
import { foundPage } from './found-page.ts';
import type { LookParts } from './look-parts.ts';
import type { Look, Place } from './place.ts';

/** Pages without a change between two that are kept: how much is looked at again after a kill. */
export const QUIET_PAGES = 20;

/** What else is noted of rows that were looked at; part of the look. */
type Note = (rows: readonly ProjectedRow[], stored: ReadonlySet<string>) => Partial<Look>;

/**
 * Compares the digests of all records with those that were kept, page by page, so that memory stays flat and order does
 * not matter. A record is read after its digest was taken, and that digest is kept: what changes later differs from it.
 */
export async function* digestLook<E>(
  parts: LookParts<E>,
  digests: Digests,
  place: Place,
  begun: Look,
  note: Note = () => ({})
): AsyncGenerator<ChangedPage<E>, Look> {
  const source = sourceOf(parts, digests);
  let [look, quiet, looked] = [begun, 0, 0];
  for await (const page of digestedPages(parts, digests, begun.after)) {
    parts.signal.throwIfAborted();
    const { changed, known } = await compare(parts, source, page.rows);
    const { records, seen } = await readChanged(parts, page, changed);
    const stored = new Set([...known, ...seen.map(({ key }) => key)]);
    look = movedBehind(look, page.rows, note(page.rows, stored));
    looked += page.rows.length;
    quiet += 1;
    if (records.length === 0 && quiet < QUIET_PAGES) continue;
    const keep = ({ fingerprints }: StoreContent) => fingerprints.putAll(source, seen);
    yield foundPage({ records, looked }, keep, place.moveTo({ ...place.value, look }));
    [quiet, looked] = [0, 0];
  }
  if (looked > 0) yield foundPage({ looked }, place.moveTo({ ...place.value, look }));
  return look;
}

/** Rows whose digest is not the one that was kept, and keys of which one was. */
export async function compare(
  { store }: Pick<LookParts<unknown>, 'store'>,
  source: string,
  rows: readonly ProjectedRow[]
): Promise<{ readonly changed: readonly ProjectedRow[]; readonly known: readonly string[] }> {
  const kept = await store.fingerprints.byKeys(
    source,
    rows.map(({ key }) => key)
  );
  const digestOf = new Map(kept.map(({ key, digest }) => [key, digest]));
  return {
    changed: rows.filter(({ key, digest }) => digestOf.get(key) !== digest),
    known: kept.map(({ key }) => key)
  };
}

/** Records with the digests that they had before; one that is not there, or cannot be read, is looked at again next time. */
async function readChanged<E>(
  { pair }: LookParts<E>,
  page: DigestedPage<E>,
  changed: readonly ProjectedRow[]
) {
  if (changed.length === 0) return { records: [], seen: [] };
  const records = await page.read(changed.map(({ key }) => key));
  const found = new Set(records.map((record) => pair.description.keyOf(record)));
  return { records, seen: changed.filter(({ key }) => found.has(key)) };
}

function movedBehind(look: Look, rows: readonly ProjectedRow[], noted: Partial<Look>): Look {
  const after = rows.at(-1)?.key;
  return {
    ...look,
    ...noted,
    looked: look.looked + rows.length,
    ...(after !== undefined && { after })
  };
}
