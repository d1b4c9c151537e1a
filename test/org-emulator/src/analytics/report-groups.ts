import { DateTime } from 'luxon';
import { notSupported } from '../errors/salesforce-error.ts';
import type { ReportMetadata } from '../metadata/report.ts';
import type { FieldValue } from '../schema/field.ts';
import { comparable, compareValues } from '../soql/comparison.ts';
import { cellOf } from './report-cell.ts';
import type { ReportColumn, ReportRow, ReportSource } from './report-source.ts';

/** A group of rows as a report lists it, with the groups inside of it. */
export interface ReportGroup {
  /** Place in the list, and behind the places of the groups around it: `0`, `0_1`. */
  readonly key: string;
  readonly label: string;
  readonly value: FieldValue;
  readonly groupings: readonly ReportGroup[];
  readonly rows: readonly ReportRow[];
}

type GroupingMetadata = ReportMetadata['groupingsDown'][number];

/** By which columns rows are grouped, outermost first. */
export interface ReportGrouping {
  readonly column: ReportColumn;
  readonly granularity: string;
  readonly valueOf: (row: ReportRow) => FieldValue;
  readonly direction: 1 | -1;
}

const starts = { Day: 'day', Week: 'week', Month: 'month', Quarter: 'quarter', Year: 'year' } as const;

/** Reads groupings. Dates are grouped by the first day of their day, week, month, quarter or year. */
export function readGroupings(
  source: ReportSource,
  groupings: readonly GroupingMetadata[]
): ReportGrouping[] {
  return groupings.map(({ field, dateGranularity = 'None', sortOrder }) => {
    const column = source.column(field);
    const isDate = column.field.type === 'date' || column.field.type === 'datetime';
    const unit = isDate ? startUnit(dateGranularity === 'None' ? 'Day' : dateGranularity) : undefined;
    return {
      column,
      granularity: dateGranularity,
      direction: sortOrder === 'Desc' ? -1 : 1,
      valueOf: (row) => {
        const value = column.valueOf(row);
        if (!unit || typeof value !== 'string') return value;
        return DateTime.fromISO(value, { zone: 'utc' }).startOf(unit).toISODate();
      }
    };
  });
}

function startUnit(granularity: string) {
  const unit = Object.entries(starts).find(([name]) => name === granularity)?.[1];
  if (!unit) throw notSupported(`grouping by ${granularity}`);
  return unit;
}

/** Divides rows into groups, each divided in turn. */
export function groupRows(
  rows: readonly ReportRow[],
  [first, ...rest]: readonly ReportGrouping[],
  prefix = ''
): ReportGroup[] {
  if (!first) return [];
  const byValue = Map.groupBy(rows, first.valueOf);
  const values = [...byValue.keys()].toSorted((a, b) => order(first, a, b));
  return values.map((value, index) => {
    const key = `${prefix}${index}`;
    const members = byValue.get(value) ?? [];
    const { label } = cellOf(first.column.field, value);
    return { key, label, value, rows: members, groupings: groupRows(members, rest, `${key}_`) };
  });
}

function order({ column, direction }: ReportGrouping, a: FieldValue, b: FieldValue): number {
  const [left, right] = [comparable(column.field, a), comparable(column.field, b)];
  if (left === null || right === null) return (left === null ? -1 : 1) * direction;
  return compareValues(left, right) * direction;
}

/** All groups, the inner ones too. */
export function flattened(groups: readonly ReportGroup[]): ReportGroup[] {
  return groups.flatMap((group) => [group, ...flattened(group.groupings)]);
}
