import type { EngineParts } from '../record/engine-parts.ts';
import type { PairAtWork } from '../record/pair-at-work.ts';
import { onlyNamed } from '../record/only-named.ts';
import { salesforceSides, type SalesforceSide } from '../record/read-both.ts';
import { matchedSides } from './matched-sides.ts';
import { failed, step, type Step } from './settled.ts';
import type { PlacedRow } from './two-way.ts';

/** A record of Sage with that of Salesforce; undefined where there is none. */
export interface FoundRow extends PlacedRow {
  readonly salesforce: SalesforceSide | undefined;
}

/**
 * Finds the records of Salesforce: the linked one, else the only one whose key field names it, else the only one that is
 * equal in a set of match keys.
 */
export async function otherSides(
  parts: EngineParts,
  at: PairAtWork,
  rows: readonly PlacedRow[]
): Promise<Step<FoundRow>> {
  const ids = rows.flatMap(({ link }) => (link === undefined ? [] : [link.salesforceId]));
  const linked = new Map((await salesforceSides(parts, at, 'Id', ids)).map((side) => [side.id, side]));
  const unlinked = rows.filter(({ link }) => link === undefined);
  const keys = unlinked.map(({ key }) => key);
  const keyed = await salesforceSides(parts, at, at.pair.keyField, keys);
  const byKey = Map.groupBy(keyed, (side) => side.key);
  const matched = await matchedSides(
    parts,
    at,
    unlinked.filter(({ key }) => !byKey.has(key))
  );
  return step(rows, (row) => {
    if (row.link !== undefined) return { on: { ...row, salesforce: linked.get(row.link.salesforceId) } };
    const match = matched.get(row.key);
    if (match?.error !== undefined) return { settled: failed(row, match.error) };
    const named = onlyNamed(at, row.key, byKey.get(row.key) ?? []);
    if (named.error !== undefined) return { settled: failed(row, named.error) };
    return { on: { ...row, salesforce: named.side ?? match?.side } };
  });
}
