import type { StoredLink } from '../../../store/port/links.ts';
import type { RunMode } from '../detection.ts';
import type { EngineParts } from '../record/engine-parts.ts';
import type { PairAtWork } from '../record/pair-at-work.ts';
import { bringMirrors } from './mirrors.ts';
import { rowsOf } from './page-row.ts';
import type { Settled } from './settled.ts';
import { bringTwoWay } from './two-way.ts';

export interface BringOptions {
  readonly mode: RunMode;
  readonly signal: AbortSignal;
}

/**
 * Brings records of Sage, with their links by key, in step with Salesforce and says of each what became of it. It writes to Salesforce only, nothing
 * to the store and nothing to Sage: what must go there is handed over to a job. Doing it again does no harm.
 * @throws LedgerBridgeError LB70x, LB6xx when nothing can be said of the records as a whole.
 */
export async function bringRecords(
  parts: EngineParts,
  at: PairAtWork,
  records: readonly unknown[],
  links: ReadonlyMap<string, StoredLink>,
  options: BringOptions
): Promise<readonly Settled[]> {
  await at.pair.prepare?.(records, { salesforce: parts.records, store: parts.store });
  const { on: rows, settled: leftOut } = await rowsOf(at, records, links);
  const bring = at.isTwoWay ? bringTwoWay : bringMirrors;
  return [...leftOut, ...(await bring(parts, at, rows, options))];
}
