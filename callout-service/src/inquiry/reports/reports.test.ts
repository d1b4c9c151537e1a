import { Decimal } from 'decimal.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  arAgingRowSchema,
  openOrderRowSchema,
  salesByCustomerRowSchema,
  salesByItemRowSchema,
  stockStatusRowSchema
} from '../../canonical/reports/report-row.ts';
import type { Cell } from '../../sage/odbc/protocol.ts';
import {
  everything,
  startDocumentCompany,
  type DocumentCompany
} from '../../sage/records/documents/test-support/document-company.ts';
import { arAging } from './ar-aging.ts';
import { openOrders } from './open-orders.ts';
import { salesByCustomer } from './sales-by-customer.ts';
import { salesByItem } from './sales-by-item.ts';
import { stockStatus } from './stock-status.ts';

const AGING = { basis: 'invoice-date', bucketDays: [30, 60, 90, 120] } as const;
const SALES = new Set<Cell>(['IN', 'CM', 'DM', 'AD', 'CA']);

let sage: DocumentCompany;

beforeAll(async () => {
  sage = await startDocumentCompany();
}, 60_000);
afterAll(() => sage.close());

/** Sums of Sage's own figures by a key, as two digits; made without anything of the reports. */
function sums(rows: readonly (readonly [string, Decimal])[], digits = 2): ReadonlyMap<string, string> {
  const byKey = new Map<string, Decimal>();
  for (const [key, amount] of rows) byKey.set(key, (byKey.get(key) ?? new Decimal(0)).plus(amount));
  return new Map([...byKey].map(([key, amount]) => [key, amount.toFixed(digits)]));
}

function number(cell: Cell | undefined): Decimal {
  return new Decimal(String(cell ?? 0));
}

it('when the receivables are aged, then every customer owes what the open invoices say, 01-ABF the published figures', async () => {
  const today = new Date().toISOString().slice(0, 10);
  const rows = await everything(arAging(sage.records, AGING, today));
  const open = await sage.table('AR_OpenInvoice', ['ARDivisionNo', 'CustomerNo', 'Balance']);
  const owed = open.filter(([, , balance]) => !number(balance).isZero());
  const bySage = sums(
    owed.map(([division, customer, balance]) => [`${String(division)}-${String(customer)}`, number(balance)])
  );
  expect(new Map(rows.map((row) => [`${row.arDivisionNo}-${row.customerNo}`, row.total]))).toEqual(bySage);
  expect(rows.reduce((count, row) => count + row.openInvoiceCount, 0)).toBe(owed.length);
  expect(arAgingRowSchema.array().parse(rows)).toEqual(rows);
  expect(rows.find(({ customerNo }) => customerNo === 'ABF')).toMatchObject({
    customerName: 'American Business Futures',
    buckets: ['3252.38', '1222.58', '1257.40', '0.00', '0.00'],
    total: '5732.36',
    openInvoiceCount: 6
  });
});

it('when sales are added up by customer, then they are those of the headers, deleted invoices left out', async () => {
  sage.write("UPDATE AR_InvoiceHistoryHeader SET CostOfSalesAmt = 12.34 WHERE CustomerNo = 'ABF'");
  sage.write("UPDATE AR_InvoiceHistoryHeader SET InvoiceType = 'XD' WHERE InvoiceNo = '0100004'");
  const rows = await everything(salesByCustomer(sage.records));
  const headers = await sage.table('AR_InvoiceHistoryHeader', [
    'InvoiceType',
    'ARDivisionNo',
    'CustomerNo',
    'InvoiceDate',
    'TaxableSalesAmt',
    'NonTaxableSalesAmt',
    'DiscountAmt',
    'CostOfSalesAmt'
  ]);
  const counted = headers.filter(([type]) => SALES.has(type ?? null));
  const keyed = counted.map(([, division, customer, day, taxable, nonTaxable, discount, cost]) => ({
    key: `${String(division)}/${String(customer)}/${String(day).slice(0, 7)}`,
    sales: number(taxable).plus(number(nonTaxable)).minus(number(discount)),
    cost: number(cost)
  }));
  const read = rows.map((row) => ({ key: `${row.arDivisionNo}/${row.customerNo}/${row.month}`, ...row }));
  expect(new Map(read.map(({ key, sales }) => [key, sales]))).toEqual(
    sums(keyed.map(({ key, sales }) => [key, sales]))
  );
  expect(new Map(read.map(({ key, cost }) => [key, cost]))).toEqual(
    sums(keyed.map(({ key, cost }) => [key, cost]))
  );
  expect(rows.reduce((count, row) => count + row.invoiceCount, 0)).toBe(counted.length);
  expect(salesByCustomerRowSchema.array().parse(rows)).toEqual(rows);
  expect(counted.length).toBeLessThan(headers.length);
});

it('when sales are added up by item, then they are those of the lines', async () => {
  const rows = await everything(salesByItem(sage.records));
  const headers = await sage.table('AR_InvoiceHistoryHeader', [
    'InvoiceNo',
    'HeaderSeqNo',
    'InvoiceType',
    'InvoiceDate'
  ]);
  const months = new Map(
    headers.flatMap(([invoiceNo, headerSeqNo, type, day]) =>
      SALES.has(type ?? null)
        ? [[`${String(invoiceNo)}/${String(headerSeqNo)}`, String(day).slice(0, 7)]]
        : []
    )
  );
  const lines = await sage.table('AR_InvoiceHistoryDetail', [
    'InvoiceNo',
    'HeaderSeqNo',
    'ItemCode',
    'ItemType',
    'ExtensionAmt',
    'QuantityShipped',
    'UnitOfMeasureConvFactor'
  ]);
  const keyed = lines.flatMap(([invoiceNo, headerSeqNo, item, type, amount, quantity, factor]) => {
    const month = months.get(`${String(invoiceNo)}/${String(headerSeqNo)}`);
    if (month === undefined || item === '' || type === '4') return [];
    const units = number(factor).isZero() ? number(quantity) : number(quantity).times(number(factor));
    return [{ key: `${String(item)}/${month}`, sales: number(amount), units }];
  });
  const read = rows.map((row) => ({ key: `${row.itemCode}/${row.month}`, ...row }));
  expect(new Map(read.map(({ key, sales }) => [key, sales]))).toEqual(
    sums(keyed.map(({ key, sales }) => [key, sales]))
  );
  expect(new Map(read.map(({ key, quantity }) => [key, quantity]))).toEqual(
    sums(
      keyed.map(({ key, units }) => [key, units]),
      6
    )
  );
  expect(salesByItemRowSchema.array().parse(rows)).toEqual(rows);
});

it('when a period is asked for, then only its months come', async () => {
  const all = await everything(salesByCustomer(sage.records));
  const month =
    all
      .map((row) => row.month)
      .toSorted()
      .at(-1) ?? '';
  const rows = await everything(salesByCustomer(sage.records, { from: `${month}-01`, to: `${month}-31` }));
  expect(rows).toEqual(all.filter((row) => row.month === month));
});

it('when open orders are listed, then they are the standard and back orders that are not closed, with what is open', async () => {
  sage.write(
    "UPDATE SO_SalesOrderDetail SET QuantityShipped = 1 WHERE SalesOrderNo = '0000184' AND LineKey = '000001'"
  );
  sage.write("UPDATE SO_SalesOrderHeader SET OrderStatus = 'C' WHERE SalesOrderNo = '0000171'");
  const rows = await everything(openOrders(sage.records));
  const headers = await sage.table('SO_SalesOrderHeader', ['SalesOrderNo', 'OrderType', 'OrderStatus']);
  const open = headers.filter(([, type, status]) => (type === 'S' || type === 'B') && status !== 'C');
  expect(rows.map(({ salesOrderNo }) => salesOrderNo)).toEqual(open.map(([number]) => number).toSorted());
  expect(rows.find(({ salesOrderNo }) => salesOrderNo === '0000184')).toMatchObject({
    lineCount: 2,
    openLineCount: 2,
    // One of two at 84.00, and three at 131.00.
    openAmount: '477.00',
    total: '561.00'
  });
  expect(openOrderRowSchema.array().parse(rows)).toEqual(rows);
});

it('when stock is listed, then every item and warehouse has a row with what is available by Sage’s formula', async () => {
  const settings = { includePurchaseOrders: false, includeWorkOrders: false };
  const rows = await everything(stockStatus(sage.records, settings));
  const levels = await sage.table('IM_ItemWarehouse', [
    'ItemCode',
    'WarehouseCode',
    'QuantityOnHand',
    'QuantityOnSalesOrder',
    'QuantityOnBackOrder'
  ]);
  const available = new Map(
    levels.map(([item, warehouse, onHand, onOrder, onBackOrder]) => [
      `${String(item)}/${String(warehouse)}`,
      number(onHand).minus(number(onOrder)).minus(number(onBackOrder)).toFixed(6)
    ])
  );
  expect(new Map(rows.map((row) => [`${row.itemCode}/${row.warehouseCode}`, row.quantityAvailable]))).toEqual(
    available
  );
  const items = await sage.table('CI_Item', ['ItemCode', 'ItemCodeDesc']);
  const descriptions = new Map(items.map(([code, description]) => [code, description]));
  for (const row of rows) expect(row.itemCodeDesc).toBe(descriptions.get(row.itemCode));
  expect(stockStatusRowSchema.array().parse(rows)).toEqual(rows);
});

it('when one customer and one item cannot be used, then the reports have all other rows as before', async () => {
  const today = new Date().toISOString().slice(0, 10);
  const settings = { includePurchaseOrders: false, includeWorkOrders: false };
  const read = async () => ({
    aging: await everything(arAging(sage.records, AGING, today)),
    stock: await everything(stockStatus(sage.records, settings))
  });
  const before = await read();
  const itemCode = before.stock[0]?.itemCode;
  sage.write("UPDATE AR_Customer SET CustomerStatus = '?' WHERE CustomerNo = 'ABF'");
  sage.write(`UPDATE CI_Item SET Valuation = '?' WHERE ItemCode = '${itemCode}'`);
  const after = await read();
  expect(after.aging).toEqual(
    before.aging.map((row) => (row.customerNo === 'ABF' ? { ...row, customerName: '' } : row))
  );
  expect(after.stock).toEqual(
    before.stock.map((row) => (row.itemCode === itemCode ? { ...row, itemCodeDesc: '' } : row))
  );
});
