import type { Change, StoredRecord, WritePlan } from '../company/write-plan.ts';
import { upsertChange } from '../company/write-plan.ts';
import type { CompanyDatabase } from '../company/company-database.ts';
import type { LiveTable } from '../company/live-table.ts';
import type { CurrentRecord } from '../records/current-record.ts';
import type { OrderState } from './order-stock.ts';

/** How an order ended that was deleted: X, or Z for a quote. One that is open is A, a quote Q. */
export type HistoryStatus = 'A' | 'Q' | 'X' | 'Z';

/** Keeps history of an order, as the Sales Order option to retain deleted and completed orders does. */
export function planHistory(
  database: CompanyDatabase,
  order: OrderState,
  removed: readonly CurrentRecord[],
  status: HistoryStatus,
  stamps: StoredRecord
): WritePlan {
  const headers = database.table('SO_SalesOrderHistoryHeader');
  const header = upsertChange(headers, {
    ...common(headers, order.header.stored()),
    ...stamps,
    OrderStatus: status
  });
  const reason = order.header.text('CancelReasonCode');
  const isDeleted = status === 'X' || status === 'Z';
  const kept = order.lines.map((line) => lineChange(database, line, isDeleted, reason));
  return [header, ...kept, ...removed.map((line) => lineChange(database, line, true, reason))];
}

/** What was ordered first stays as it is in the history; the rest follows the order. */
function lineChange(
  database: CompanyDatabase,
  line: CurrentRecord,
  isCancelled: boolean,
  reason: string
): Change {
  const table = database.table('SO_SalesOrderHistoryDetail');
  const number = (name: string) => line.decimal(name).toString();
  const record = {
    ...common(table, line.stored()),
    SequenceNo: sequenceOf(database, line),
    CancelledLine: isCancelled ? 'Y' : 'N',
    CancelReasonCode: isCancelled ? reason : '',
    QuantityOrderedRevised: isCancelled ? '0' : number('QuantityOrdered'),
    LastUnitPrice: number('UnitPrice'),
    LastExtensionAmt: number('ExtensionAmt')
  };
  const first = {
    OriginalLine: 'Y',
    QuantityOrderedOriginal: number('QuantityOrdered'),
    OriginalUnitPrice: number('UnitPrice')
  };
  return upsertChange(table, record, first);
}

/** The history's own number of the line; the order's where it has none yet. */
function sequenceOf(database: CompanyDatabase, line: CurrentRecord): string {
  const sql = 'SELECT SequenceNo FROM SO_SalesOrderHistoryDetail WHERE SalesOrderNo = ? AND LineKey = ?';
  const known = database.all(sql, line.text('SalesOrderNo'), line.text('LineKey'))[0];
  return String(known?.['SequenceNo'] ?? (line.text('SOHistoryDetlSeqNo') || line.text('LineSeqNo')));
}

function common(table: LiveTable, record: StoredRecord): StoredRecord {
  return Object.fromEntries(Object.entries(record).filter(([name]) => table.columns.has(name)));
}
