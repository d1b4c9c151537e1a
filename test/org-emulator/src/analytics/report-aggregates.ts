import { Decimal } from 'decimal.js';
import { notSupported } from '../errors/salesforce-error.ts';
import type { ReportMetadata } from '../metadata/report.ts';
import { isNumeric } from '../schema/field.ts';
import type { ReportColumn, ReportRow, ReportSource } from './report-source.ts';
import { cellOf, type ReportCell } from './report-cell.ts';

/** A figure that a report gives for each group and for the whole. */
export interface ReportAggregate {
  /** `RowCount`, or a letter for the kind and the column: `s!Amount`. */
  readonly name: string;
  readonly label: string;
  readonly dataType: string;
  readonly of: (rows: readonly ReportRow[]) => ReportCell;
}

const kinds: Readonly<
  Record<string, { letter: string; label: string; reduce: (values: readonly Decimal[]) => Decimal }>
> = {
  Sum: { letter: 's', label: 'Sum', reduce: (values) => total(values) },
  Average: { letter: 'a', label: 'Average', reduce: (values) => total(values).div(values.length) },
  Maximum: { letter: 'mx', label: 'Largest', reduce: (values) => Decimal.max(...values) },
  Minimum: { letter: 'm', label: 'Smallest', reduce: (values) => Decimal.min(...values) }
};

/** The figures of a report: those its columns ask for, and the number of rows. */
export function reportAggregates(source: ReportSource, { columns }: ReportMetadata): ReportAggregate[] {
  const asked = columns.flatMap(({ field, aggregateTypes }) =>
    aggregateTypes.map((kind) => aggregateOf(source.column(field), kind))
  );
  const rowCount: ReportAggregate = {
    name: 'RowCount',
    label: 'Record Count',
    dataType: 'int',
    of: (rows) => ({ label: String(rows.length), value: rows.length })
  };
  return [...asked, rowCount];
}

function aggregateOf(column: ReportColumn, kindName: string): ReportAggregate {
  if (kindName === 'Unique') return uniqueOf(column);
  const kind = kinds[kindName];
  if (!kind || !isNumeric(column.field.type))
    throw notSupported(`the aggregate ${kindName} of ${column.name}`);
  return {
    name: `${kind.letter}!${column.name}`,
    label: `${kind.label} of ${column.label}`,
    dataType: column.field.type,
    of: (rows) => {
      const values = rows
        .map(column.valueOf)
        .filter((value) => value !== null)
        .map((value) => new Decimal(Number(value)));
      const figure = values.length === 0 ? (kindName === 'Sum' ? 0 : null) : kind.reduce(values).toNumber();
      return cellOf(column.field, figure);
    }
  };
}

function uniqueOf(column: ReportColumn): ReportAggregate {
  return {
    name: `u!${column.name}`,
    label: `Unique Count of ${column.label}`,
    dataType: 'int',
    of: (rows) => {
      const count = new Set(rows.map(column.valueOf)).size;
      return { label: String(count), value: count };
    }
  };
}

function total(values: readonly Decimal[]): Decimal {
  return values.reduce((sum, value) => sum.plus(value), new Decimal(0));
}
