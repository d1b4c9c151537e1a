import type { ReportName, ReportRecord } from '../../../canonical/reports/report-record.ts';
import { arAging } from '../../../inquiry/reports/ar-aging.ts';
import { openOrders } from '../../../inquiry/reports/open-orders.ts';
import { salesByCustomer } from '../../../inquiry/reports/sales-by-customer.ts';
import { salesByItem } from '../../../inquiry/reports/sales-by-item.ts';
import { stockStatus } from '../../../inquiry/reports/stock-status.ts';
import { createSageDay } from '../../../inquiry/sage-day.ts';
import type { SageRecords } from '../../../sage/port/sage-records.ts';
import type { PairReads } from '../object-pair.ts';
import type { ReadSettings } from '../read-settings.ts';
import {
  agingRecord,
  openOrderRecord,
  salesByCustomerRecord,
  salesByItemRecord,
  stockStatusRecord
} from './report-records.ts';

type Rows = AsyncIterable<readonly ReportRecord[]>;

/**
 * Rows of all reports, one report after the other. Sage keeps none of them, so that a few rows cost as much as their whole
 * report, and no stamp tells when one changed.
 */
export function reportReads(records: SageRecords, settings: ReadSettings): PairReads<ReportRecord> {
  const reports = reportsOf(records, settings);
  return {
    async byKeys(keys) {
      const wanted = new Set(keys);
      const found = new Map<string, ReportRecord>();
      for (const { name, rows } of reports) {
        if (!keys.some((key) => key.startsWith(`${name}:`))) continue;
        for await (const page of rows())
          for (const record of page) if (wanted.has(record.key)) found.set(record.key, record);
      }
      return [...wanted].flatMap((key) => found.get(key) ?? []);
    },
    async *scan(after) {
      const begun = reports.findIndex(({ name }) => after?.startsWith(`${name}:`) === true);
      for (const [index, { rows }] of reports.slice(Math.max(0, begun)).entries())
        yield* index === 0 && begun !== -1 ? behind(rows(), after) : rows();
    }
  };
}

interface Report {
  readonly name: ReportName;
  readonly rows: () => Rows;
}

function reportsOf(records: SageRecords, settings: ReadSettings): readonly Report[] {
  const today = () => createSageDay(settings.timeZone)(settings.clock());
  return [
    { name: 'ar-aging', rows: () => each(arAging(records, settings.aging, today()), agingRecord) },
    { name: 'sales-by-customer', rows: () => each(salesByCustomer(records), salesByCustomerRecord) },
    { name: 'sales-by-item', rows: () => each(salesByItem(records), salesByItemRecord) },
    { name: 'open-orders', rows: () => each(openOrders(records), openOrderRecord) },
    { name: 'stock-status', rows: () => each(stockStatus(records, settings.availability), stockStatusRecord) }
  ];
}

async function* each<R>(
  pages: AsyncIterable<readonly R[]>,
  toRecord: (row: R) => ReportRecord
): AsyncGenerator<readonly ReportRecord[]> {
  for await (const page of pages) yield page.map(toRecord);
}

/** What follows a row. Where it is not there any more the report begins anew: twice does no harm, and nothing is missed. */
async function* behind(rows: Rows, after: string | undefined): AsyncGenerator<readonly ReportRecord[]> {
  const passed: (readonly ReportRecord[])[] = [];
  let found = false;
  for await (const page of rows) {
    if (found) {
      yield page;
      continue;
    }
    const index = page.findIndex(({ key }) => key === after);
    found = index !== -1;
    if (!found) passed.push(page);
    else if (index < page.length - 1) yield page.slice(index + 1);
  }
  if (!found) yield* passed;
}
