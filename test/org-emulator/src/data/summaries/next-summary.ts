import { Decimal } from 'decimal.js';
import type { FieldValue, SummaryDefinition } from '../../schema/field.ts';

/** What happened to the details of one master. Undefined is no detail; null a detail without value. */
export interface DetailsChange {
  readonly current: FieldValue;
  readonly removed: FieldValue | undefined;
  readonly added: FieldValue | undefined;
  /** The detail is no longer what was added. */
  readonly changedSince: boolean;
  /** What all details bring as they are now; asked only where the change alone does not tell. */
  readonly all: () => readonly (FieldValue | undefined)[];
}

/** The summary's new value. Sums and counts follow the change alone; an extreme that goes away is sought anew. */
export function nextSummary(
  { operation }: { operation: SummaryDefinition['operation'] },
  change: DetailsChange
): FieldValue {
  const { current, removed, added } = change;
  if (operation === 'count') return Number(current ?? 0) + one(added) - one(removed);
  if (operation === 'sum') return sum([Number(current ?? 0), added, negative(removed)]);
  const extremeIsGone = isValue(removed) && removed === current && added !== current;
  if (extremeIsGone || change.changedSince) return extreme(operation, change.all());
  return extreme(operation, [current, added]);
}

function one(value: FieldValue | undefined): number {
  return value === undefined ? 0 : 1;
}

function negative(value: FieldValue | undefined): FieldValue {
  return typeof value === 'number' ? -value : null;
}

/** Exact: amounts are decimal, and adding them as binary fractions would drift away. */
function sum(values: readonly (FieldValue | undefined)[]): number {
  const numbers = values.filter((value) => typeof value === 'number');
  return numbers.reduce((total, value) => total.plus(value), new Decimal(0)).toNumber();
}

function extreme(operation: 'max' | 'min', values: readonly (FieldValue | undefined)[]): FieldValue {
  let best: string | number | boolean | null = null;
  for (const value of values) {
    if (!isValue(value)) continue;
    if (best === null || (operation === 'max' ? value > best : value < best)) best = value;
  }
  return best;
}

function isValue(value: FieldValue | undefined): value is string | number | boolean {
  return value !== null && value !== undefined;
}
