import type { ReportMetadata } from '../metadata/report.ts';
import { comparable, compareValues } from '../soql/comparison.ts';
import { type ReportAggregate, reportAggregates } from './report-aggregates.ts';
import { cellOf } from './report-cell.ts';
import { compileFilters, type ReportFilter } from './report-filter.ts';
import { flattened, groupRows, readGroupings, type ReportGroup } from './report-groups.ts';
import {
  type ReportCall,
  type ReportColumn,
  type ReportRow,
  reportSource,
  type ReportSource
} from './report-source.ts';
import { compileTimeFrame } from './time-frame.ts';

/** What a run changes of a report, for itself alone. */
export interface ReportChanges {
  readonly reportFilters?: readonly ReportFilter[] | undefined;
  readonly reportBooleanFilter?: string | null | undefined;
  readonly detailColumns?: readonly string[] | undefined;
}

/** Rows that one run gives at most (Reports and Dashboards REST API Developer Guide, "Requirements and Limitations"). */
const mostDetailRows = 2000;

/** The result of a run: groups, and per pair of groups (`0!T`) the figures and rows. */
export function runReport(
  call: ReportCall,
  report: ReportMetadata,
  includeDetails: boolean,
  changes: ReportChanges = {}
): Record<string, unknown> {
  const source = reportSource(call, report);
  const columns = detailColumns(source, report, changes);
  const rows = findRows(call, source, report, changes);
  const down = groupRows(rows, readGroupings(source, report.groupingsDown));
  const across = groupRows(rows, readGroupings(source, report.groupingsAcross));
  const aggregates = reportAggregates(source, report);
  return {
    allData: rows.length <= mostDetailRows,
    factMap: factMap(rows, down, across, aggregates, includeDetails ? columns : undefined),
    groupingsDown: { groupings: down.map(groupInfo) },
    groupingsAcross: { groupings: across.map(groupInfo) },
    hasDetailRows: includeDetails
  };
}

/** The columns of a report's rows. */
export function detailColumns(
  source: ReportSource,
  report: ReportMetadata,
  changes: ReportChanges
): ReportColumn[] {
  const grouped = [...report.groupingsDown, ...report.groupingsAcross].map(({ field }) => field);
  const names = changes.detailColumns ?? report.columns.map(({ field }) => field);
  return names.filter((name) => !grouped.includes(name)).map((name) => source.column(name));
}

function findRows(
  call: ReportCall,
  source: ReportSource,
  report: ReportMetadata,
  changes: ReportChanges
): ReportRow[] {
  const filters = changes.reportFilters ?? report.filter?.criteriaItems ?? [];
  const logic = changes.reportFilters ? changes.reportBooleanFilter : report.filter?.booleanFilter;
  const passes = compileFilters(source, filters, logic);
  const inFrame = compileTimeFrame(call, source, report.timeFrameFilter);
  const rows = source.rows().filter((row) => inFrame(row) && passes(row));
  const { sortColumn, sortOrder, rowLimit } = report;
  const sorted =
    sortColumn === undefined ? rows : sortRows(rows, source.column(sortColumn), sortOrder ?? 'Asc');
  return rowLimit === undefined ? sorted : sorted.slice(0, rowLimit);
}

function sortRows(rows: readonly ReportRow[], column: ReportColumn, order: 'Asc' | 'Desc'): ReportRow[] {
  const valueOf = (row: ReportRow) => comparable(column.field, column.valueOf(row));
  const direction = order === 'Desc' ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [valueOf(a), valueOf(b)];
    if (left === null || right === null) return left === right ? 0 : (left === null ? -1 : 1) * direction;
    return compareValues(left, right) * direction;
  });
}

function factMap(
  rows: readonly ReportRow[],
  down: readonly ReportGroup[],
  across: readonly ReportGroup[],
  aggregates: readonly ReportAggregate[],
  details: readonly ReportColumn[] | undefined
): Record<string, unknown> {
  const whole = { key: 'T', rows };
  const columns = [whole, ...flattened(across)].map((each) => ({
    key: each.key,
    members: new Set(each.rows)
  }));
  const pairs = [whole, ...flattened(down)].flatMap((row) =>
    columns.map((column) => {
      const members = column.key === 'T' ? row.rows : row.rows.filter((each) => column.members.has(each));
      return [`${row.key}!${column.key}`, factOf(members, aggregates, details)] as const;
    })
  );
  return Object.fromEntries(pairs);
}

function factOf(
  rows: readonly ReportRow[],
  aggregates: readonly ReportAggregate[],
  columns: readonly ReportColumn[] | undefined
): Record<string, unknown> {
  const figures = { aggregates: aggregates.map(({ of }) => of(rows)) };
  if (!columns) return figures;
  const shown = rows.slice(0, mostDetailRows).map((row) => ({
    dataCells: columns.map(({ field, valueOf }) => cellOf(field, valueOf(row)))
  }));
  return { ...figures, rows: shown };
}

function groupInfo({ key, label, value, groupings }: ReportGroup): Record<string, unknown> {
  return { key, label, value, groupings: groupings.map(groupInfo) };
}
