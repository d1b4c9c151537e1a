import type { Asked } from 'c/sageOperation';
import type { SyncRun } from 'c/syncRun';
import type { Estimate } from './estimate';
import { countWritten, labels, loadInWords, startOneInWords } from './loadWords';

/** One object of the table. */
export interface EstimateRow {
  readonly pair: string;
  readonly label: string;
  /** Undefined before it was counted. */
  readonly figures: TotalRow | undefined;
  /** In place of the figures. */
  readonly without: string;
  readonly stateWords: string;
  readonly startLabel: string;
}

/** The figures of one object, or of all, as people write them. */
export interface TotalRow {
  readonly records: string;
  readonly linked: string;
  readonly requests: string;
  readonly storage: string;
}

/** The rows of the table, in the order of the pairs. */
export function estimateRows(
  pairs: readonly string[],
  labelsOfPairs: ReadonlyMap<string, string>,
  estimates: ReadonlyMap<string, Asked<Estimate>>,
  loads: ReadonlyMap<string, SyncRun>
): readonly EstimateRow[] {
  return pairs.map((pair) => {
    const asked = estimates.get(pair);
    const label = labelsOfPairs.get(pair) ?? pair;
    return {
      pair,
      label,
      figures: asked?.kind === 'answer' ? totalRow(asked.value) : undefined,
      without: asked?.kind === 'problem' ? labels.refused : labels.notEstimated,
      stateWords: loadInWords(loads.get(pair)),
      startLabel: startOneInWords(label)
    };
  });
}

/** Figures as people write them. */
export function totalRow({ records, linked, apiRequests, storageMegabytes }: Estimate): TotalRow {
  return {
    records: countWritten(records),
    linked: countWritten(linked),
    requests: countWritten(apiRequests),
    storage: countWritten(storageMegabytes)
  };
}
