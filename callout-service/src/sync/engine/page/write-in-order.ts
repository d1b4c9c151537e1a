import type { RecordOutcome } from '../../../salesforce/port/salesforce-records.ts';
import type { EngineParts } from '../record/engine-parts.ts';
import { writeRows, type RowToWrite, type Target } from './write-rows.ts';

/** Writes records in the order given, those that others of them need in requests before the others. */
export async function writeInOrder(
  parts: Pick<EngineParts, 'records' | 'bulk'>,
  target: Target,
  rows: readonly RowToWrite[],
  isFirst: readonly boolean[]
): Promise<readonly (RecordOutcome | undefined)[]> {
  const first = rows.filter((_, place) => isFirst[place]);
  const others = rows.filter((_, place) => !isFirst[place]);
  const done = new Map<RowToWrite, RecordOutcome | undefined>();
  for (const some of [first, others]) {
    const outcomes = await writeRows(parts, target, some);
    for (const [place, row] of some.entries()) done.set(row, outcomes[place]);
  }
  return rows.map((row) => done.get(row));
}
