import type { BulkRequest } from '../port/salesforce-bulk.ts';
import { cannotStandInTable } from './csv-cell.ts';
import { keyOfRow } from './row-key.ts';

/** Rows that go together, by their places in the request. */
export interface BulkPart {
  readonly by: 'job' | 'collection';
  readonly places: readonly number[];
}

/** The parts in their order, and rows that cannot be sent since they name no record. */
export interface BulkPlan {
  readonly parts: readonly BulkPart[];
  readonly keyless: readonly number[];
}

/**
 * Which rows go together. A job writes its rows in no order, so a record that is there twice waits for the next round.
 * An empty cell would not say whether a field is left alone in a new record too, so the rows of a job all have the same
 * fields; few rows with other fields go as collections, which cost no more requests than a job of their own.
 */
export function planParts(request: BulkRequest, fewRows: number): BulkPlan {
  const keyless: number[] = [];
  const rounds: number[][] = [];
  const seen = new Map<string, number>();
  for (const [place, row] of request.rows.entries()) {
    const key = request.operation === 'insert' ? String(place) : keyOfRow(request, row);
    if (key === undefined) {
      keyless.push(place);
      continue;
    }
    const round = seen.get(key) ?? 0;
    seen.set(key, round + 1);
    (rounds[round] ??= []).push(place);
  }
  return {
    keyless,
    parts: rounds.flatMap((places, round) => partsOfRound(request, places, { fewRows, round }))
  };
}

function partsOfRound(
  { rows }: BulkRequest,
  places: readonly number[],
  { fewRows, round }: { readonly fewRows: number; readonly round: number }
): readonly BulkPart[] {
  const groups = Map.groupBy(places, (place) => formOf(rows[place] ?? {}));
  const apart = groups.get(UNSAYABLE) ?? [];
  groups.delete(UNSAYABLE);
  // Who asks for bulk has many rows; those of later rounds are the few that came twice.
  const isAllAlike = round === 0 && groups.size === 1;
  const isJob = (group: readonly number[]) => isAllAlike || group.length >= fewRows;
  const all = [...groups.values()];
  const few = [...all.filter((group) => !isJob(group)).flat(), ...apart];
  const jobs = all.filter(isJob).map((group): BulkPart => ({ by: 'job', places: group }));
  return few.length === 0
    ? jobs
    : [...jobs, { by: 'collection', places: few.toSorted((one, other) => one - other) }];
}

/** Of rows with a text that no table can hold. */
const UNSAYABLE = '';

/** The same for rows with the same fields, in whatever order. */
function formOf(row: BulkRequest['rows'][number]): string {
  if (Object.values(row).some(cannotStandInTable)) return UNSAYABLE;
  return JSON.stringify(Object.keys(row).toSorted());
}
