import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tables } from '../tables/index.ts';
import { generateCompany } from './generate-company.ts';

const today = '2026-03-31';

function makeCompany(seed: number): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  generateCompany(database, { size: 'demo', seed, today });
  return database;
}

function digest(database: DatabaseSync): string {
  const hash = createHash('sha256');
  for (const table of tables)
    hash.update(table.name).update(JSON.stringify(database.prepare(`SELECT * FROM ${table.name}`).all()));
  return hash.digest('hex');
}

let database: DatabaseSync;

/** The single value of a query that answers one row with one column. */
function value(sql: string): unknown {
  return Object.values(database.prepare(sql).get() ?? {})[0];
}

beforeAll(() => {
  database = makeCompany(1);
});
afterAll(() => database.close());

describe('a generated company', () => {
  it('when the seed is the same, then so is every record; with another seed it is not', () => {
    expect(digest(makeCompany(1))).toBe(digest(database));
    expect(digest(makeCompany(2))).not.toBe(digest(database));
  });

  it('has the balance and aging of each customer equal to its open invoices at its last aging', () => {
    const age = 'CAST(julianday(c.DateLastAging) - julianday(i.InvoiceDate) AS INTEGER)';
    const bucket = (from: number, to: number) =>
      `round(coalesce(sum(CASE WHEN ${age} BETWEEN ${from} AND ${to} THEN i.Balance END), 0), 2)`;
    const differing = database
      .prepare(
        `SELECT c.CustomerNo FROM AR_Customer c LEFT JOIN AR_OpenInvoice i
           ON i.ARDivisionNo = c.ARDivisionNo AND i.CustomerNo = c.CustomerNo
         GROUP BY c.ARDivisionNo, c.CustomerNo
         HAVING c.CurrentBalance <> ${bucket(-9, 30)} OR c.AgingCategory1 <> ${bucket(31, 60)}
             OR c.AgingCategory2 <> ${bucket(61, 90)} OR c.AgingCategory3 <> ${bucket(91, 120)}
             OR c.AgingCategory4 <> ${bucket(121, 9999)}`
      )
      .all();
    expect(differing).toEqual([]);
    expect(value('SELECT count(DISTINCT CustomerNo) FROM AR_OpenInvoice')).toBeGreaterThan(40);
  });

  it('has open order amounts equal to the open orders, but for 01-ABF whose amount is published', () => {
    const differing = database
      .prepare(
        `SELECT c.CustomerNo FROM AR_Customer c LEFT JOIN SO_SalesOrderHeader o
           ON o.ARDivisionNo = c.ARDivisionNo AND o.CustomerNo = c.CustomerNo AND o.OrderType IN ('S', 'B')
         GROUP BY c.ARDivisionNo, c.CustomerNo
         HAVING c.OpenOrderAmt <> round(coalesce(sum(o.TaxableAmt + o.NonTaxableAmt - o.DiscountAmt
                                                     + o.SalesTaxAmt + o.FreightAmt), 0), 2)`
      )
      .all();
    expect(differing.map((row) => row['CustomerNo'])).toEqual(['ABF']);
  });

  it('has the goods of every invoice and order equal to its lines', () => {
    const unequal = (header: string, taxable: string, nonTaxable: string, detail: string, key: string) =>
      value(`SELECT count(*) FROM (SELECT 1 FROM ${header} h JOIN ${detail} d USING (${key})
             GROUP BY ${key} HAVING round(sum(d.ExtensionAmt), 2) <> round(h.${taxable} + h.${nonTaxable}, 2))`);
    const invoices = ['AR_InvoiceHistoryHeader', 'TaxableSalesAmt', 'NonTaxableSalesAmt'] as const;
    const orders = ['SO_SalesOrderHeader', 'TaxableAmt', 'NonTaxableAmt'] as const;
    expect(unequal(...invoices, 'AR_InvoiceHistoryDetail', 'InvoiceNo, HeaderSeqNo')).toBe(0);
    expect(unequal(...orders, 'SO_SalesOrderDetail', 'SalesOrderNo')).toBe(0);
  });

  it('has item totals equal to the warehouses, and warehouses to the open orders and purchase orders', () => {
    const totals = `SELECT count(*) FROM CI_Item i WHERE TotalQuantityOnHand <>
      (SELECT coalesce(sum(QuantityOnHand), 0) FROM IM_ItemWarehouse w WHERE w.ItemCode = i.ItemCode)`;
    const held = (column: string, sum: string, from: string) =>
      `SELECT count(*) FROM IM_ItemWarehouse w WHERE ${column} <>
        (SELECT coalesce(sum(${sum}), 0) FROM ${from} WHERE d.ItemCode = w.ItemCode
           AND d.WarehouseCode = w.WarehouseCode)`;
    const openLines = `SO_SalesOrderDetail d JOIN SO_SalesOrderHeader h ON h.SalesOrderNo = d.SalesOrderNo
                       AND h.OrderType IN ('S', 'B')`;
    const purchases = `PO_PurchaseOrderDetail d JOIN PO_PurchaseOrderHeader h ON h.PurchaseOrderNo = d.PurchaseOrderNo
                       AND h.OrderType = 'S' AND h.OrderStatus <> 'X'`;
    expect(value(totals)).toBe(0);
    const ownLines = `(SELECT l.ItemCode, l.WarehouseCode, l.QuantityOrdered - l.QuantityShipped - l.QuantityBackordered AS held
        FROM SO_SalesOrderDetail l JOIN SO_SalesOrderHeader h ON h.SalesOrderNo = l.SalesOrderNo
         AND h.OrderType IN ('S', 'B') AND l.DropShip <> 'Y'
      UNION ALL SELECT l.ItemCode, l.WarehouseCode, l.QuantityShipped FROM SO_InvoiceDetail l
        JOIN SO_InvoiceHeader h ON h.InvoiceNo = l.InvoiceNo AND h.OrderType = '1' AND h.InvoiceType = 'IN') d`;
    expect(value(held('QuantityOnSalesOrder', 'held', ownLines))).toBe(0);
    expect(value(held('QuantityOnBackOrder', 'QuantityBackordered', openLines))).toBe(0);
    expect(value(held('QuantityOnPurchaseOrder', 'QuantityOrdered - QuantityReceived', purchases))).toBe(0);
    expect(value('SELECT sum(QuantityOnBackOrder) FROM IM_ItemWarehouse')).toBeGreaterThan(0);
  });

  it('keeps every text within its width and every time in decimal hours', () => {
    const tooLong = tables.flatMap((table) =>
      table.columns.flatMap(({ name, type }) => {
        if (type.kind !== 'string') return [];
        const longest = Number(value(`SELECT coalesce(max(length(${name})), 0) FROM ${table.name}`));
        return longest > type.length ? [`${table.name}.${name} ${longest}`] : [];
      })
    );
    expect(tooLong).toEqual([]);
    const times = database.prepare('SELECT DISTINCT TimeUpdated AS time FROM AR_Customer').all();
    for (const { time } of times) expect(time).toMatch(/^(\d{1,2}\.\d{5})?$/);
  });

  it('has the customers that a reader must get right', () => {
    const one = (columns: string, customerNo: string) => ({
      ...database.prepare(`SELECT ${columns} FROM AR_Customer WHERE CustomerNo = ?`).get(customerNo)
    });
    const due = 'CurrentBalance + AgingCategory1 + AgingCategory2 + AgingCategory3 + AgingCategory4';
    expect(one('CreditHold', 'SHEPARD')).toEqual({ CreditHold: 'Y' });
    expect(one(`${due} > CreditLimit AND CreditLimit > 0 AS isOver`, 'ORANGE')).toEqual({ isOver: 1 });
    expect(one('CustomerName', '000123')).toEqual({ CustomerName: 'Leading Zeros Ltd' });
    expect(one('CreditLimit', 'NOLIMIT')).toEqual({ CreditLimit: 0 });
    expect(one('CustomerStatus', 'DORMANT')).toEqual({ CustomerStatus: 'I' });
    expect(one('OpenItemCustomer, BalanceForward', 'BALFWD')).toEqual({
      OpenItemCustomer: 'N',
      BalanceForward: 1845.2
    });
    expect(one('CustomerName', 'OBRIEN')).toEqual({ CustomerName: "O'Brien & Sons Hardware" });
    expect(one('CustomerName', 'SCRIPT')['CustomerName']).toContain('<script>');
  });
});

describe('American Business Futures', () => {
  it('has the published figures to the cent', () => {
    const sql = `SELECT CreditLimit, CurrentBalance, AgingCategory1, AgingCategory2, AgingCategory3,
      AgingCategory4, OpenOrderAmt, DateLastAging FROM AR_Customer WHERE ARDivisionNo = '01' AND CustomerNo = 'ABF'`;
    expect({ ...database.prepare(sql).get() }).toEqual({
      CreditLimit: 120000,
      CurrentBalance: 3252.38,
      AgingCategory1: 1222.58,
      AgingCategory2: 1257.4,
      AgingCategory3: 0,
      AgingCategory4: 0,
      OpenOrderAmt: 19144.4,
      DateLastAging: today
    });
  });

  it('has the published orders and quotes with their totals', () => {
    const total = 'TaxableAmt + NonTaxableAmt - DiscountAmt + SalesTaxAmt + FreightAmt';
    const sum = (where: string) =>
      value(`SELECT round(sum(${total}), 2) FROM SO_SalesOrderHeader WHERE CustomerNo = 'ABF' AND ${where}`);
    expect(sum("SalesOrderNo = '0000115'")).toBe(7856.1);
    // The published orders without 0000184, which comes from another publication.
    expect(sum("OrderType = 'S' AND SalesOrderNo <> '0000184'")).toBe(18659.34);
    expect(sum("OrderType = 'Q'")).toBe(5413.45);
    expect(value("SELECT count(*) FROM SO_SalesOrderHeader WHERE CustomerNo = 'ABF'")).toBe(31);
  });

  it('has the published lines of order 0000184', () => {
    const lines = database
      .prepare(
        `SELECT ItemCode, QuantityOrdered, UnitPrice FROM SO_SalesOrderDetail
         WHERE SalesOrderNo = '0000184' ORDER BY LineKey`
      )
      .all();
    expect(lines.map((line) => ({ ...line }))).toEqual([
      { ItemCode: '1001-HON-H252', QuantityOrdered: 2, UnitPrice: 84 },
      { ItemCode: '1001-HON-H254', QuantityOrdered: 3, UnitPrice: 131 }
    ]);
  });
});
