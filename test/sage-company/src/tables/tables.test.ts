import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { columnTypeSql, createIndexesSql, createTableSql } from './create-table.ts';
import { findTable, tables } from './index.ts';
import { defineTable, findColumn } from './table-definition.ts';

/** Standard columns of each table at a real site of 2023; the nine BillOption columns are counted as nine. */
const COLUMN_COUNTS: Readonly<Record<string, number>> = {
  AR_Customer: 96,
  AR_CustomerContact: 32,
  SO_ShipToAddress: 32,
  AR_OpenInvoice: 42,
  AR_InvoiceHistoryHeader: 110,
  AR_InvoiceHistoryDetail: 70,
  AR_TransactionPaymentHistory: 33,
  AR_CashReceiptsHistory: 59,
  AR_InvoiceHistoryTracking: 11,
  AR_TermsCode: 16,
  AR_Salesperson: 26,
  SO_SalesOrderHeader: 107,
  SO_SalesOrderDetail: 74,
  SO_SalesOrderHistoryHeader: 94,
  SO_SalesOrderHistoryDetail: 73,
  SO_SalesOrderPayment: 46,
  SO_InvoiceHeader: 129,
  SO_InvoiceDetail: 76,
  SO_ARInvoiceHistoryLink: 9,
  CI_Item: 102,
  IM_ItemWarehouse: 26,
  IM_ItemCost: 24,
  IM_PriceCode: 24,
  PO_PurchaseOrderHeader: 74,
  PO_PurchaseOrderDetail: 52,
  SY_User: 44
};

function columnsOf(tableName: string) {
  return findTable(tableName)?.columns ?? [];
}

describe('the tables', () => {
  it.each(Object.entries(COLUMN_COUNTS))('%s has its %i standard columns', (name, count) => {
    const standard = columnsOf(name).filter((column) => !column.name.startsWith('UDF_'));
    expect(standard).toHaveLength(count);
    expect(new Set(standard.map((column) => column.name)).size).toBe(count);
  });

  it('carry user-defined fields as columns of their own', () => {
    expect(columnsOf('AR_Customer')).toContainEqual({
      name: 'UDF_ACCOUNT_TIER',
      type: { kind: 'string', length: 20 }
    });
    expect(columnsOf('SO_SalesOrderHeader')).toContainEqual({
      name: 'UDF_SALESFORCE_ID',
      type: { kind: 'string', length: 40 }
    });
  });

  it('have user-defined fields of every type on the tables that a mapping reaches', () => {
    const mapped = [
      'AR_Customer',
      'AR_CustomerContact',
      'AR_InvoiceHistoryHeader',
      'CI_Item',
      'SO_SalesOrderDetail'
    ];
    for (const table of [...mapped, 'SO_SalesOrderHeader', 'SO_ShipToAddress'])
      expect(columnsOf(table).filter(({ name }) => name.startsWith('UDF_')).length).toBeGreaterThan(2);
    const kinds = tables.flatMap(({ columns }) => columns.filter(({ name }) => name.startsWith('UDF_')));
    expect(new Set(kinds.map(({ type }) => type.kind))).toEqual(
      new Set(['string', 'decimal', 'date', 'text'])
    );
  });

  it('keep every user-defined field of an order in its history too', () => {
    const fields = (table: string) => columnsOf(table).filter(({ name }) => name.startsWith('UDF_'));
    expect(fields('SO_SalesOrderHistoryHeader')).toEqual(fields('SO_SalesOrderHeader'));
  });

  it('have no key that begins with a date stamp, so that a change can only be found by a full scan', () => {
    for (const table of tables)
      for (const key of [table.key, ...table.indexes]) expect(key[0]?.column).not.toBe('DateUpdated');
  });

  it('have no two keys of the same columns', () => {
    for (const table of tables) {
      const keys = table.indexes.map((key) => JSON.stringify(key));
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('leave out the columns that people look for and Sage does not have', () => {
    const absent = [
      ['SO_SalesOrderHeader', 'OrderTotal'],
      ['IM_ItemWarehouse', 'QuantityAvailable'],
      ['IM_ItemWarehouse', 'QuantityCommitted'],
      ['SO_SalesOrderDetail', 'DateUpdated']
    ] as const;
    for (const [table, column] of absent)
      expect(columnsOf(table).find(({ name }) => name === column)).toBeUndefined();
  });

  it('can all be created with their keys, which the database then enforces', () => {
    const database = new DatabaseSync(':memory:');
    for (const table of tables)
      for (const sql of [createTableSql(table), ...createIndexesSql(table)]) database.exec(sql);
    const insert = "INSERT INTO AR_Customer (ARDivisionNo, CustomerNo) VALUES ('01', 'ABF')";
    database.exec(insert);
    expect(() => database.exec(insert)).toThrow(/UNIQUE constraint failed/);
    const blank = database
      .prepare('SELECT CustomerName, CreditLimit, DateLastPayment FROM AR_Customer')
      .get();
    expect({ ...blank }).toEqual({ CustomerName: '', CreditLimit: 0, DateLastPayment: null });
  });
});

describe('defineTable', () => {
  const source = { name: 'T', key: 'A', columns: 'A:s2 B1..3:n13.2 C:d D:text' };

  it('when a name has a range, then it stands for that many columns', () => {
    const table = defineTable(source);
    expect(table.columns.map(({ name }) => name)).toEqual(['A', 'B1', 'B2', 'B3', 'C', 'D']);
    expect(table.columns.map(({ type }) => columnTypeSql(type))).toEqual([
      'VARCHAR(2)',
      'DECIMAL(13,2)',
      'DECIMAL(13,2)',
      'DECIMAL(13,2)',
      'DATE',
      'TEXT'
    ]);
    expect(findColumn(table, 'b1')).toBeUndefined();
  });

  it('when a type is unknown, then it says so', () => {
    expect(() => defineTable({ ...source, columns: 'A:x9' })).toThrow('"x9" is no column type');
  });

  it('when a key names no column, then it says so', () => {
    expect(() => defineTable({ ...source, indexes: ['A+Z DESC'] })).toThrow('T has no column Z');
  });
});
