import type { RecordReads, StampedReads } from '../../../sage/port/sage-records.ts';
import type { PairReads } from '../object-pair.ts';

/** How keys of one kind of record are written and read. */
export interface KeyForm<E, K> {
  readonly keyOf: (record: E) => string;
  /**
   * What a text may be the key of, the likeliest first: a customer's number may hold a stroke itself, so that a text can be
   * taken apart in several ways. None for a text that is no such key.
   */
  readonly parse: (key: string) => readonly K[];
}

/** Reads of a table by keys in their display form. */
function keyedReads<E, K>(reads: RecordReads<E, K>, form: KeyForm<E, K>): PairReads<E> {
  return {
    byKeys: (keys) => recordsOf(reads, form, keys),
    async *scan(after) {
      const behind = after === undefined ? undefined : await placeOf(reads, form, after);
      yield* reads.scan(behind === undefined ? {} : { after: behind });
    }
  };
}

/** The same of a table that Sage stamps. */
export function stampedReads<E, K>(reads: StampedReads<E, K>, form: KeyForm<E, K>): PairReads<E> {
  return { ...keyedReads(reads, form), changedSince: (window) => reads.changedSince(window) };
}

/** Records in the order of their keys. One that cannot be used is reported and passed over, as everywhere in a run. */
export async function recordsOf<E, K>(
  reads: Pick<RecordReads<E, K>, 'byKeys'>,
  { parse, keyOf }: KeyForm<E, K>,
  keys: readonly string[]
): Promise<readonly E[]> {
  const found = await reads.byKeys(
    keys.flatMap((key) => parse(key)),
    { passOverUnusable: true }
  );
  const byKey = new Map(found.map((record) => [keyOf(record), record]));
  return [...new Set(keys)].flatMap((key) => byKey.get(key) ?? []);
}

/** Where a scan goes on behind a key, whether or not its record is still there. */
async function placeOf<E, K>(
  reads: Pick<RecordReads<E, K>, 'byKeys'>,
  { parse, keyOf }: KeyForm<E, K>,
  key: string
): Promise<K | undefined> {
  const [likeliest, ...others] = parse(key);
  for (const candidate of others) {
    const [record] = await reads.byKeys([candidate], { passOverUnusable: true });
    if (record !== undefined && keyOf(record) === key) return candidate;
  }
  return likeliest;
}
