import { Decimal } from 'decimal.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { salesOrderSchema, type SalesOrder } from '../../../canonical/sales-order.ts';
import { everything, startDocumentCompany, type DocumentCompany } from './test-support/document-company.ts';

let sage: DocumentCompany;
let history: readonly SalesOrder[];

beforeAll(async () => {
  sage = await startDocumentCompany();
  history = await everything(sage.records.salesOrderHistory.scan({ pageSize: 40 }));
}, 60_000);
afterAll(() => sage.close());

describe('the history of orders', () => {
  it('when it is scanned, then every header of the table comes once, in order, as a whole', async () => {
    const headers = await sage.table('SO_SalesOrderHistoryHeader', ['SalesOrderNo']);
    expect(history.length).toBeGreaterThan(200);
    expect(history.map(({ salesOrderNo }) => salesOrderNo)).toEqual(
      headers.map(([number]) => number).toSorted()
    );
    expect(salesOrderSchema.array().parse(history)).toEqual(history);
  });

  it('when lines are added up, then their number and extensions are those of the table', async () => {
    const rows = await sage.table('SO_SalesOrderHistoryDetail', ['LastExtensionAmt']);
    const lines = history.flatMap((order) => order.lines);
    expect(lines).toHaveLength(rows.length);
    const inSage = rows.reduce((sum, [amount]) => sum.plus(String(amount)), new Decimal(0));
    const read = lines.reduce((sum, { extensionAmount }) => sum.plus(extensionAmount), new Decimal(0));
    expect(read.toFixed(2)).toBe(inSage.toFixed(2));
  });

  it('when more than 200 are asked for by number, then they come in the order of the numbers, unknown ones left out', async () => {
    const numbers = history.map(({ salesOrderNo }) => salesOrderNo).toReversed();
    const wanted = [...numbers, 'NOSUCH', "O'BRIEN", '9999999'];
    const found = await sage.records.salesOrderHistory.byKeys(wanted);
    expect(found.map(({ salesOrderNo }) => salesOrderNo)).toEqual(numbers);
    expect(found.toReversed()).toEqual(history);
  });

  it('when the status is Q or Z, then it is a quote; the letter itself is kept', async () => {
    const rows = await sage.table('SO_SalesOrderHistoryHeader', ['SalesOrderNo', 'OrderStatus']);
    const quotes = rows.filter(([, status]) => status === 'Q' || status === 'Z').map(([number]) => number);
    expect(quotes.length).toBeGreaterThan(0);
    const read = history.filter(({ kind }) => kind === 'quote');
    expect(read.map(({ salesOrderNo }) => salesOrderNo)).toEqual(quotes.toSorted());
    expect(history.map(({ orderStatus }) => orderStatus)).toEqual(
      rows.toSorted().map(([, status]) => status)
    );
  });

  it('when a customer is asked for, then the orders of that customer come, open ones among them', async () => {
    const customer = { arDivisionNo: '01', customerNo: 'ABF' };
    const orders = await everything(sage.records.salesOrderHistory.of(customer));
    expect(orders).toEqual(history.filter(({ customerNo }) => customerNo === 'ABF'));
    expect(orders.length).toBeGreaterThan(0);
  });

  it('when a line was cancelled, then it says so', async () => {
    const rows = await sage.table('SO_SalesOrderHistoryDetail', [
      'SalesOrderNo',
      'SequenceNo',
      'CancelledLine'
    ]);
    const cancelled = rows
      .filter(([, , flag]) => flag === 'Y')
      .map(([number, sequence]) => `${String(number)}/${String(sequence)}`);
    const read = history.flatMap(({ salesOrderNo, lines }) =>
      lines.filter((line) => line.cancelled).map(({ lineSeqNo }) => `${salesOrderNo}/${lineSeqNo}`)
    );
    expect(read).toEqual(cancelled.toSorted());
    expect(cancelled.length).toBeGreaterThan(0);
  });

  it('when a header is changed, then that order is among the changes with its lines', async () => {
    const number = history.find(({ lines }) => lines.length > 1)?.salesOrderNo ?? '';
    sage.write(
      "UPDATE SO_SalesOrderHistoryHeader SET DateUpdated = '2030-01-15', TimeUpdated = '9.00000' WHERE SalesOrderNo = ?",
      number
    );
    const window = { since: '2030-01-15T00:00:00Z', overlapMinutes: 60 };
    const [order, ...others] = await everything(sage.records.salesOrderHistory.changedSince(window));
    const before = history.find(({ salesOrderNo }) => salesOrderNo === number);
    expect(order).toEqual({ ...before, updatedAt: '2030-01-15T09:00:00.000Z' });
    expect(others).toEqual([]);
  });
});
