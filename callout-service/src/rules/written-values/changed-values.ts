import { Decimal } from 'decimal.js';
import { columnKind } from './value-faults.ts';
import type { TableFacts, WrittenValue } from './written-value.ts';

/** Those values that a record does not hold yet. `current` has its columns, a blank as null. */
export function changedValues(
  values: readonly WrittenValue[],
  current: Readonly<Record<string, string | null>>,
  table: TableFacts
): readonly WrittenValue[] {
  return values.filter((value) => {
    const held = current[value.column] ?? '';
    const wanted = value.value ?? '';
    if (columnKind(value, table) === 'number') return !new Decimal(held || 0).equals(wanted || 0);
    return wanted.trimEnd() !== held.trimEnd();
  });
}
