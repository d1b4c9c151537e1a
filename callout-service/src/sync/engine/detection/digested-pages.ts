import { createHash } from 'node:crypto';
import type { EntityDescription } from '../../../mapping/entities/entity-description.ts';
import type { ProjectedRow } from '../../../sage/port/sage-projections.ts';
import type { LookParts } from './look-parts.ts';

/** Which of a pair's digests: those of its figures, or of all that it has. */
export type Digests = 'figures' | 'whole';
/** Those of records that were found by their stamp are kept too, so that the overlap finds nothing twice. */
export type DigestSource = Digests | 'stamped';

/** Some records of Sage by their digests. */
export interface DigestedPage<E> {
  readonly rows: readonly ProjectedRow[];
  /** The records as they are now, after their digest was taken; those that are gone meanwhile are missing. */
  read(keys: readonly string[]): Promise<readonly E[]>;
}

const ROWS_AT_ONCE = 1_000;

/**
 * Digests of all records, page by page from behind a key on. Where no projection has them, the records are read, and their
 * digest is that of their values.
 */
export async function* digestedPages<E>(
  { pair, reads, projections }: Pick<LookParts<E>, 'pair' | 'projections' | 'reads'>,
  digests: Digests,
  after: string | undefined
): AsyncGenerator<DigestedPage<E>> {
  const projection = pair.projections[digests];
  if (projection === undefined) {
    for await (const records of reads.scan(after)) yield inHand(pair.description, records);
    return;
  }
  const from = after === undefined ? {} : { after };
  for await (const rows of projections.scan(projection, { ...from, pageSize: ROWS_AT_ONCE })) {
    yield { rows, read: (keys) => reads.byKeys(keys) };
  }
}

/** Name of the digests among the store's fingerprints; stored, so it never changes. */
export function sourceOf({ pair }: Pick<LookParts<unknown>, 'pair'>, digests: DigestSource): string {
  return `${pair.name}:${digests}`;
}

function inHand<E>(description: EntityDescription<E>, records: readonly E[]): DigestedPage<E> {
  const byKey = new Map(records.map((record) => [description.keyOf(record), record]));
  return {
    rows: rowsOf(byKey),
    read: (keys) => Promise.resolve(keys.flatMap((key) => byKey.get(key) ?? []))
  };
}

/** Records by their keys, with digests of all that they hold, lines included. */
export function rowsOf(byKey: ReadonlyMap<string, unknown>): readonly ProjectedRow[] {
  return [...byKey].map(([key, record]) => ({
    key,
    digest: createHash('sha256').update(JSON.stringify(record)).digest('base64url').slice(0, 22)
  }));
}
