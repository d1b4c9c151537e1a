import { Decimal } from 'decimal.js';
import type { ReportTable } from '../port/salesforce-reports.ts';

/** A column by which the rows of a report can be parted. */
export interface PartKey {
  readonly name: string;
  /** Its position in a row. */
  readonly index: number;
  readonly compare: (one: string, other: string) => number;
}

const numbers = new Set(['currency', 'double', 'int', 'percent']);
const moments = new Set(['date', 'datetime']);
const texts = new Set(['string']);

/** The column with the most different values among these rows: its parts are the smallest. */
export function choosePartKey({ columns, rows }: Pick<ReportTable, 'columns' | 'rows'>): PartKey | undefined {
  const keys = columns.flatMap(({ name, type }, index): (PartKey & { different: number })[] => {
    const compare = comparisonOf(type);
    if (compare === undefined) return [];
    return [{ name, index, compare, different: new Set(rows.map((row) => row[index])).size }];
  });
  return keys.toSorted((one, other) => other.different - one.different)[0];
}

function comparisonOf(type: string): PartKey['compare'] | undefined {
  if (numbers.has(type)) return (one, other) => new Decimal(one).comparedTo(other);
  if (moments.has(type)) return byText;
  return texts.has(type) ? (one, other) => byText(one.toLowerCase(), other.toLowerCase()) : undefined;
}

const byText = (one: string, other: string) => (one < other ? -1 : Number(one > other));

/** Whether rows stand in the order of the key, what is empty first: else a part would lose rows unseen. */
export function isInOrder(rows: ReportTable['rows'], { index, compare }: PartKey): boolean {
  return rows.every((row, at) => {
    const [before, value] = [rows[at - 1]?.[index] ?? null, row[index] ?? null];
    if (before === null) return true;
    return value !== null && compare(before, value) <= 0;
  });
}
