import { asLedgerBridgeError } from '../../errors/as-ledger-bridge-error.ts';
import type { ReportTable } from '../port/salesforce-reports.ts';
import { choosePartKey, isInOrder, type PartKey } from './part-key.ts';
import type { ReportAnswer } from './report-answer.ts';
import { rowsOf } from './report-rows.ts';

/** Runs the report with changes of its metadata, for this run alone. */
export type RunReport = (reportMetadata?: object) => Promise<ReportAnswer>;

/** 200,000 rows: more do not belong in a report that is delivered. */
const MOST_PARTS = 100;

type Rows = ReportTable['rows'];
type Parted = Pick<ReportTable, 'complete' | 'rows'>;

/**
 * All rows of a report that has more than the 2,000 of one run: as a plain list in the order of one column, each part from
 * the last value of the one before. Where that cannot be, the rows that were had, not complete. Source: Reports and
 * Dashboards REST API Developer Guide, Requirements and Limitations; Filter Reports on Demand.
 */
export async function runInParts(
  run: RunReport,
  whole: ReportAnswer,
  table: Pick<ReportTable, 'columns' | 'rows'>
): Promise<Parted> {
  const key = choosePartKey(table);
  if (key === undefined) return { rows: table.rows, complete: false };
  const rows: Rows[number][] = [];
  let from: string | undefined;
  try {
    for (let part = 0; part < MOST_PARTS; part += 1) {
      const answer = await run(listOf(whole, table.columns, key, from));
      const some = rowsOf(answer);
      if (!isInOrder(some, key)) return incomplete(rows, table.rows);
      if (answer.allData) return { rows: [...rows, ...some], complete: true };
      const last = some.at(-1)?.[key.index] ?? null;
      const before = some.filter((row) => row[key.index] !== last);
      // One value has more rows than a run gives, or cannot stand in a filter, where a comma parts values.
      if (last === null || last === from || before.length === 0 || /[",]/.test(last)) {
        return incomplete([...rows, ...some], table.rows);
      }
      rows.push(...before);
      from = last;
    }
  } catch (error) {
    // A report that cannot be run as a list is had as far as one run goes.
    if (asLedgerBridgeError(error).entry.kind !== 'permanent') throw error;
  }
  return incomplete(rows, table.rows);
}

function incomplete(rows: Rows, first: Rows): Parted {
  return { rows: rows.length > first.length ? rows : first, complete: false };
}

/** The report as a list without groups, sorted by the key, from a value on. */
function listOf(
  { reportMetadata }: ReportAnswer,
  columns: ReportTable['columns'],
  { name }: PartKey,
  from: string | undefined
): object {
  const { reportFilters, reportBooleanFilter } = reportMetadata;
  const filters = reportFilters ?? [];
  const part = from === undefined ? [] : [{ column: name, operator: 'greaterOrEqual', value: from }];
  const logic =
    reportBooleanFilter && from !== undefined
      ? `(${reportBooleanFilter}) AND ${filters.length + 1}`
      : reportBooleanFilter;
  return {
    reportFormat: 'TABULAR',
    groupingsDown: [],
    groupingsAcross: [],
    detailColumns: columns.map((column) => column.name),
    sortBy: [{ sortColumn: name, sortOrder: 'Asc' }],
    reportFilters: [...filters, ...part],
    reportBooleanFilter: logic ?? null
  };
}
