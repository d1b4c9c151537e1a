import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tables } from '../tables/index.ts';
import { generateCompany } from './generate-company.ts';

const today = '2026-03-31';
let database: DatabaseSync;

beforeAll(() => {
  database = new DatabaseSync(':memory:');
  generateCompany(database, { size: 'demo', seed: 7, today });
}, 60_000);
afterAll(() => database.close());

/** The rows of a query, as plain objects. */
function rows(sql: string): Record<string, unknown>[] {
  return database
    .prepare(sql)
    .all()
    .map((row) => ({ ...row }));
}

function row(sql: string): Record<string, unknown> | undefined {
  return rows(sql)[0];
}

/** The headers whose goods are not the sum of their lines; headers without lines count as lines of nothing. */
function unequalGoods(header: string, amounts: string, detail: string, extension: string, key: string) {
  return rows(
    `SELECT * FROM (SELECT ${key}, round(sum(${amounts}) / count(*), 2) AS goods, round(sum(${extension}), 2) AS lines
      FROM ${header} JOIN ${detail} USING (${key}) GROUP BY ${key}) WHERE goods <> lines`
  );
}

describe('the documents of a company', () => {
  it('fill every table', () => {
    for (const { name } of tables)
      expect([name, row(`SELECT count(*) > 0 AS n FROM ${name}`)]).toEqual([name, { n: 1 }]);
  });

  it('have lines that add up to their headers', () => {
    const order = 'h.TaxableAmt + h.NonTaxableAmt';
    const history = [
      'SO_SalesOrderHistoryHeader h',
      order,
      'SO_SalesOrderHistoryDetail d',
      'd.LastExtensionAmt'
    ] as const;
    expect(unequalGoods(...history, 'SalesOrderNo')).toEqual([]);
    expect(
      unequalGoods('SO_InvoiceHeader h', order, 'SO_InvoiceDetail d', 'd.ExtensionAmt', 'InvoiceNo')
    ).toEqual([]);
    const purchase = ['PO_PurchaseOrderHeader h', 'h.NonTaxableAmt', 'PO_PurchaseOrderDetail d'] as const;
    expect(unequalGoods(...purchase, 'd.ExtensionAmt', 'PurchaseOrderNo')).toEqual([]);
  });

  it('keep each open order and quote in the history with the same amounts, and each line of it', () => {
    const compared =
      'SalesOrderNo, CustomerNo, OrderDate, TaxableAmt, NonTaxableAmt, DiscountAmt, SalesTaxAmt, FreightAmt';
    expect(
      rows(`SELECT ${compared} FROM SO_SalesOrderHeader WHERE OrderType IN ('S', 'B')
            EXCEPT SELECT ${compared} FROM SO_SalesOrderHistoryHeader WHERE OrderStatus = 'A'`)
    ).toEqual([]);
    expect(
      rows(`SELECT SalesOrderNo FROM SO_SalesOrderHeader WHERE OrderType = 'Q'
            EXCEPT SELECT SalesOrderNo FROM SO_SalesOrderHistoryHeader WHERE OrderStatus = 'Q'`)
    ).toEqual([]);
    expect(
      rows(`SELECT SalesOrderNo, SOHistoryDetlSeqNo, ItemCode, QuantityOrdered FROM SO_SalesOrderDetail WHERE SOHistoryDetlSeqNo <> ''
            EXCEPT SELECT SalesOrderNo, SequenceNo, ItemCode, QuantityOrderedRevised FROM SO_SalesOrderHistoryDetail`)
    ).toEqual([]);
  });

  it('have a history of every status, and none of an order that is still open is completed', () => {
    const statuses = rows('SELECT DISTINCT OrderStatus AS s FROM SO_SalesOrderHistoryHeader ORDER BY 1');
    expect(statuses.map(({ s }) => s)).toEqual(['A', 'C', 'Q', 'X', 'Z']);
    expect(
      rows(`SELECT SalesOrderNo FROM SO_SalesOrderHeader JOIN SO_SalesOrderHistoryHeader h USING (SalesOrderNo)
            WHERE h.OrderStatus NOT IN ('A', 'Q')`)
    ).toEqual([]);
  });

  it('link invoice lines to history lines that exist, of the same item and with the units shipped', () => {
    expect(
      rows(`SELECT l.SalesOrderNo, l.InvoiceNo FROM SO_ARInvoiceHistoryLink l
            LEFT JOIN AR_InvoiceHistoryDetail i ON i.InvoiceNo = l.InvoiceNo AND i.HeaderSeqNo = l.InvoiceHistoryHeaderSeqNo
              AND i.DetailSeqNo = l.InvoiceHistoryDetailSeqNo
            LEFT JOIN SO_SalesOrderHistoryDetail o ON o.SalesOrderNo = l.SalesOrderNo AND o.SequenceNo = l.SequenceNo
            WHERE i.ItemCode IS NULL OR o.ItemCode IS NULL OR i.ItemCode <> o.ItemCode
               OR i.QuantityShipped <> l.QuantityShipped OR i.AppliedSalesOrderNo <> l.SalesOrderNo`)
    ).toEqual([]);
    expect(
      rows(`SELECT o.SalesOrderNo, o.SequenceNo FROM SO_SalesOrderHistoryDetail o
            JOIN SO_SalesOrderHistoryHeader h ON h.SalesOrderNo = o.SalesOrderNo AND h.OrderStatus IN ('A', 'C')
            LEFT JOIN SO_ARInvoiceHistoryLink l ON l.SalesOrderNo = o.SalesOrderNo AND l.SequenceNo = o.SequenceNo
            GROUP BY o.SalesOrderNo, o.SequenceNo HAVING o.QuantityShipped <> coalesce(sum(l.QuantityShipped), 0)`)
    ).toEqual([]);
  });

  it('say the last invoice of an order as the invoices do', () => {
    const differing = rows(`SELECT o.SalesOrderNo FROM SO_SalesOrderHistoryHeader o
      LEFT JOIN AR_InvoiceHistoryHeader i ON i.InvoiceNo = o.LastInvoiceNo AND i.HeaderSeqNo = '000000'
      WHERE o.LastInvoiceNo <> '' AND (i.SalesOrderNo <> o.SalesOrderNo OR i.InvoiceDate <> o.LastInvoiceDate)`);
    expect(differing).toEqual([]);
    const completed =
      "FROM SO_SalesOrderHistoryHeader WHERE OrderStatus = 'C' AND (LastInvoiceNo = '' OR InvoicedAmt = 0)";
    expect(rows(`SELECT SalesOrderNo ${completed}`)).toEqual([]);
  });

  it('leave of each invoice what its payments leave, and each payment is a cash receipt', () => {
    const total = (column: string) =>
      `h.TaxableAmt + h.NonTaxableAmt + h.FreightAmt + h.SalesTaxAmt ${column}`;
    expect(
      rows(`SELECT h.InvoiceNo, h.InvoiceType, h.Balance FROM AR_OpenInvoice h LEFT JOIN AR_TransactionPaymentHistory p
              USING (ARDivisionNo, CustomerNo, InvoiceNo, InvoiceType)
            GROUP BY h.ARDivisionNo, h.CustomerNo, h.InvoiceNo, h.InvoiceType
            HAVING round(${total('')} - coalesce(sum(p.TransactionAmt), 0), 2) <> h.Balance`)
    ).toEqual([]);
    const paid = 'ARDivisionNo, CustomerNo, InvoiceNo, InvoiceType, CheckNo';
    const receipts = `SELECT ${paid}, CashAmountApplied, DepositDate FROM AR_CashReceiptsHistory`;
    const payments = `SELECT ${paid}, TransactionAmt, PaymentDate FROM AR_TransactionPaymentHistory`;
    expect(rows(`${receipts} EXCEPT ${payments}`)).toEqual([]);
    expect(rows(`${payments} EXCEPT ${receipts}`)).toEqual([]);
    const below = rows('SELECT DISTINCT InvoiceType AS t FROM AR_OpenInvoice WHERE Balance < 0 ORDER BY 1');
    expect(below.map(({ t }) => t)).toEqual(['CM', 'PP']);
  });

  it('have cost tiers that hold the units and the value of the warehouse', () => {
    expect(
      rows(`SELECT w.ItemCode, w.WarehouseCode FROM IM_ItemWarehouse w LEFT JOIN IM_ItemCost c USING (ItemCode, WarehouseCode)
            GROUP BY w.ItemCode, w.WarehouseCode HAVING w.QuantityOnHand <> coalesce(sum(c.QuantityOnHand), 0)
              OR w.TotalWarehouseValue <> round(coalesce(sum(c.ExtendedCost), 0), 2)`)
    ).toEqual([]);
  });

  it('hold deposits of an order equal to its payments of category D', () => {
    expect(
      rows(`SELECT h.SalesOrderNo FROM SO_SalesOrderHeader h LEFT JOIN SO_SalesOrderPayment p
              ON p.SalesOrderNo = h.SalesOrderNo AND p.PaymentTypeCategory = 'D'
            GROUP BY h.SalesOrderNo HAVING h.DepositAmt <> coalesce(sum(p.TransactionAmt), 0)`)
    ).toEqual([]);
  });

  it('name customers, items, warehouses and vendors that exist', () => {
    const missing = (table: string, keys: string, owner: string, where = '1') =>
      rows(`SELECT DISTINCT ${keys} FROM ${table} WHERE ${where} EXCEPT SELECT ${keys} FROM ${owner}`);
    const customer = 'ARDivisionNo, CustomerNo';
    for (const table of [
      'SO_SalesOrderHeader',
      'SO_SalesOrderHistoryHeader',
      'AR_OpenInvoice',
      'SO_InvoiceHeader'
    ])
      expect(missing(table, customer, 'AR_Customer')).toEqual([]);
    for (const table of ['SO_SalesOrderDetail', 'SO_InvoiceDetail', 'IM_AliasItem', 'PO_PurchaseOrderDetail'])
      expect(missing(table, 'ItemCode', 'CI_Item')).toEqual([]);
    for (const table of ['SO_SalesOrderDetail', 'IM_ItemWarehouse', 'PO_PurchaseOrderHeader'])
      expect(missing(table, 'WarehouseCode', 'IM_Warehouse')).toEqual([]);
    for (const table of [
      'PO_PurchaseOrderHeader',
      'AP_OpenInvoice',
      'AP_InvoiceHeader',
      'AP_InvoiceHistoryHeader'
    ])
      expect(missing(table, 'APDivisionNo, VendorNo', 'AP_Vendor')).toEqual([]);
  });
});

describe('blank values', () => {
  it('are never NULL in a text or number, and no record has a NULL in its key', () => {
    for (const { name, columns } of tables)
      for (const column of columns.filter(({ type }) => type.kind !== 'date'))
        expect([
          name,
          column.name,
          row(`SELECT count(*) AS n FROM ${name} WHERE ${column.name} IS NULL`)
        ]).toEqual([name, column.name, { n: 0 }]);
  });

  it('in dates are NULL, but for the bills whose dates are none', () => {
    const odd = tables.flatMap(({ name, columns }) =>
      columns
        .filter(({ type }) => type.kind === 'date')
        .flatMap((column) =>
          rows(`SELECT '${name}' AS t FROM ${name} WHERE ${column.name} IS NOT NULL
                AND (${column.name} < '1901' OR date(${column.name}) IS NOT ${column.name})`)
        )
    );
    expect(new Set(odd.map(({ t }) => t))).toEqual(new Set(['AP_InvoiceHistoryHeader', 'AP_OpenInvoice']));
  });
});

describe('definitions of user-defined fields', () => {
  it('are there for every UDF_ column, and for no other', () => {
    const columns = tables.flatMap(({ name, columns: all }) =>
      all.filter((column) => column.name.startsWith('UDF_')).map((column) => `${name}.${column.name}`)
    );
    const defined = rows("SELECT Entity || '.' || FieldName AS f FROM CM_UDF WHERE RecordFlag = 'A'").map(
      ({ f }) => f
    );
    expect(defined.toSorted()).toEqual(columns.toSorted());
    expect(rows("SELECT FieldName FROM CM_UDF WHERE Required = 'Y'")).toEqual([{ FieldName: 'UDF_BRAND' }]);
    expect(rows("SELECT ItemCode FROM CI_Item WHERE UDF_BRAND = ''")).toEqual([{ ItemCode: 'NO-BRAND' }]);
  });
});
