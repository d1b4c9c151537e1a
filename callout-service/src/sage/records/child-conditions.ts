import { chunks, type Conditions } from './key-conditions.ts';
import type { RawKey } from './raw-key.ts';

/** Statements ask for the children of at most so many records at once. */
const MAX_PARENTS = 200;

/** What links children to the records that they belong to: the same values in both tables. */
export interface ChildLinks {
  /** Columns of the children's table. */
  readonly columns: readonly string[];
  /** Their values, one list for each record. */
  readonly values: readonly RawKey[];
}

/**
 * The conditions of the statements that find the children of some records, one for every 200 of them whatever the
 * number of columns: each column is compared with its one value, or with a list. What they find besides (the line of one
 * record's number and another's sequence) belongs to none of the records, and whoever reads it leaves it out.
 */
export function conditionsOfLinks({ columns, values }: ChildLinks): readonly Conditions[] {
  return chunks(values, MAX_PARENTS).map((chunk) =>
    columns.map((column, index) => {
      const [first = '', ...others] = new Set(chunk.map((link) => link[index] ?? ''));
      return others.length === 0 ? { column, op: '=', value: first } : { column, in: [first, ...others] };
    })
  );
}

/**
 * The conditions of the one statement that finds the children of records that follow one another without a gap, in the
 * order of the column that comes first in both tables' keys: everything from the first to the last of them.
 */
export function conditionsOfRange({ columns, values }: ChildLinks): readonly Conditions[] {
  const [column] = columns;
  const [first] = values.at(0) ?? [];
  const [last] = values.at(-1) ?? [];
  if (column === undefined || first === undefined || last === undefined) return [];
  return [
    [
      { column, op: '>=', value: first },
      { column, op: '<=', value: last }
    ]
  ];
}
