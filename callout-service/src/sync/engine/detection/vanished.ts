import { LedgerBridgeError } from '../../../errors/ledger-bridge-error.ts';
import type { ChangedPage } from '../detection.ts';
import { sourceOf } from './digested-pages.ts';
import { chunks, foundPage } from './found-page.ts';
import { KeySketch } from './key-sketch.ts';
import type { LookParts } from './look-parts.ts';
import type { Look } from './place.ts';

const KEYS_AT_ONCE = 1_000;
/** Records that are marked or deleted in one transaction. */
const VANISHED_AT_ONCE = 200;
/** Keys that are read in one go to see whether they are there after all. */
const READ_AT_ONCE = 200;

/**
 * Records that the store knows and the look did not meet. The sums of keys say in which parts of the keys to search; those
 * are read by their keys, and what Sage does not give must make up the difference of the sums: so that a record that
 * cannot be read, or went only now, is not taken for one that the look did not meet.
 */
export async function* vanishedPages<E>(parts: LookParts<E>, look: Look): AsyncGenerator<ChangedPage<E>> {
  const seen = new KeySketch(look.sketch);
  const known = await sketchOfKnown(parts);
  const missing: string[] = [];
  for await (const keys of knownKeys(parts)) {
    const suspects = keys.filter((key) => seen.differsAt(key, known));
    missing.push(...(await missingIn(parts, suspects)));
  }
  for (const vanished of chunks(seen.sureOf(missing, known), VANISHED_AT_ONCE)) {
    yield foundPage({ vanished, looked: 0 }, forget(parts, vanished));
  }
}

export function tooManyVanished(
  label: string,
  missing: { readonly count: number; readonly known: number },
  percent: number
): LedgerBridgeError {
  return new LedgerBridgeError('LB784', {
    detail:
      `${label}: ${missing.count} of ${missing.known} known records are missing in Sage, ` +
      `which is more than ${percent} per cent. Nothing was deleted or marked.`
  });
}

async function sketchOfKnown(parts: LookParts<unknown>): Promise<KeySketch> {
  const sketch = new KeySketch();
  for await (const keys of knownKeys(parts)) for (const key of keys) sketch.add(key);
  return sketch;
}

async function* knownKeys(parts: LookParts<unknown>): AsyncGenerator<readonly string[]> {
  for (let after: string | undefined; ;) {
    parts.signal.throwIfAborted();
    const known = await parts.store.fingerprints.page(sourceOf(parts, 'whole'), KEYS_AT_ONCE, after);
    if (known.length === 0) return;
    yield known.map(({ key }) => key);
    after = known.at(-1)?.key;
  }
}

async function missingIn<E>(
  { pair, reads }: LookParts<E>,
  keys: readonly string[]
): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const some of chunks(keys, READ_AT_ONCE)) {
    const records = await reads.byKeys(some);
    const found = new Set(records.map((record) => pair.description.keyOf(record)));
    missing.push(...some.filter((key) => !found.has(key)));
  }
  return missing;
}

/** So that they are new when they come back. */
function forget(parts: LookParts<unknown>, keys: readonly string[]) {
  return async ({ fingerprints }: Parameters<ChangedPage<unknown>['commit']>[0]) => {
    for (const digests of ['whole', 'figures', 'stamped'] as const) {
      await fingerprints.removeAll(sourceOf(parts, digests), keys);
    }
  };
}
