import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSageCompany, type SageCompany } from '@ledger-bridge/sage-company';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probeCapabilities } from './capabilities/probe-capabilities.ts';
import { parameterProbe } from './capabilities/probe-statements.ts';
import { allTables } from './catalogue/all-tables.ts';
import {
  customerSelect,
  openInvoicesSelect,
  openOrdersSelect,
  termsCodesSelect
} from './customer-account-selects.ts';
import { createLiveCatalogue } from './live-catalogue/create-live-catalogue.ts';
import { createSageCatalogue } from './live-catalogue/create-sage-catalogue.ts';
import { probeSelect } from './odbc-sage-reader.ts';
import type { ParentReads, RecordReads, SageRecords, StampedReads } from './port/sage-records.ts';
import { createOdbcSageRecords } from './records/odbc-sage-records.ts';
import type { SqlDialect } from './sql/dialect.ts';
import { providexDialect } from './sql/providex-dialect.ts';
import { createSqlServerDialect } from './sql/sql-server-dialect.ts';
import { createStatementCheck } from './sql/statement-check.ts';
import { StatementSource } from './test-support/statement-source.ts';
import { ColumnReader } from './writing/column-reader.ts';

/** What quoting, brackets, comments, parameters and letters outside ASCII may do to a statement. */
const ODD = "O'D--[?]{d;É";

type Kind = Exclude<keyof SageRecords, 'readCompany'>;
type Reads<E, K, P> = RecordReads<E, K> &
  Partial<Pick<StampedReads<E, K>, 'changedSince'>> &
  Partial<ParentReads<E, P>>;

/** Reads one kind of record in every way that there is, also by keys that Sage does not have. */
async function inEveryWay<E, K, P>(
  reads: Reads<E, K, P>,
  { keyOf, parentOf }: { keyOf: (entity: E) => K; parentOf?: (entity: E) => P }
): Promise<void> {
  const entities = await firstPages(reads.scan({ pageSize: 500 }), 1);
  const [first] = entities;
  if (first === undefined) throw new Error('the company has no such record');
  await firstPages(reads.scan({ pageSize: 2 }), 4);
  await firstPages(reads.scan({ after: odd(keyOf(first)), withLines: false }), 1);
  // More than one statement may list.
  const keys = entities.slice(0, 210).map(keyOf);
  await reads.byKeys([...keys, ...keys.slice(0, 5).map(odd)]);
  const window = { since: '2000-01-01T00:00:00Z', overlapMinutes: 120 };
  if (reads.changedSince) await firstPages(reads.changedSince(window), 2);
  if (reads.of && parentOf) {
    const parents = entities.slice(0, 2).map(parentOf);
    for (const parent of [...parents, ...parents.map(odd)])
      await firstPages(reads.of(parent, { pageSize: 2 }), 3);
  }
}

async function firstPages<E>(pages: AsyncIterable<readonly E[]>, count: number): Promise<E[]> {
  const entities: E[] = [];
  let left = count;
  for await (const page of pages) {
    entities.push(...page);
    left -= 1;
    if (left === 0) break;
  }
  return entities;
}

/** The same key with an odd number or code. */
function odd<K>(key: K): K {
  if (typeof key === 'string') return ODD as K & string;
  if (typeof key !== 'object' || key === null) return key;
  const names = Object.keys(key).filter((name) => /^(customer|vendor|item)/.test(name));
  return { ...key, ...Object.fromEntries(names.map((name) => [name, ODD])) };
}

const self = <T>(entity: T): T => entity;
const blank = (value: string | null) => value ?? '';

/** Every kind of record; a new one does not compile until it is here. */
const kinds: Readonly<Record<Kind, (records: SageRecords) => Promise<void>>> = {
  customers: ({ customers }) => inEveryWay(customers, { keyOf: self }),
  contacts: ({ contacts }) => inEveryWay(contacts, { keyOf: self, parentOf: self }),
  shipToAddresses: ({ shipToAddresses }) => inEveryWay(shipToAddresses, { keyOf: self, parentOf: self }),
  salespersons: ({ salespersons }) => inEveryWay(salespersons, { keyOf: self }),
  terms: ({ terms }) => inEveryWay(terms, { keyOf: ({ termsCode }) => termsCode }),
  items: ({ items }) => inEveryWay(items, { keyOf: ({ itemCode }) => itemCode }),
  aliasItems: ({ aliasItems }) => inEveryWay(aliasItems, { keyOf: ({ aliasItemNo }) => aliasItemNo }),
  priceRecords: ({ priceRecords }) =>
    inEveryWay(priceRecords, {
      keyOf: (price) => ({
        record: price.record,
        priceCode: blank(price.priceCode),
        itemCode: blank(price.itemCode),
        customerPriceLevel: blank(price.customerPriceLevel),
        arDivisionNo: blank(price.arDivisionNo),
        customerNo: blank(price.customerNo)
      }),
      parentOf: ({ itemCode }) => blank(itemCode)
    }),
  priceLevels: ({ priceLevels }) =>
    inEveryWay(priceLevels, {
      keyOf: (level) => ({
        arDivisionNo: level.arDivisionNo,
        customerNo: level.customerNo,
        productLine: blank(level.productLine),
        priceCode: blank(level.priceCode),
        shipToCode: blank(level.shipToCode),
        effectiveDate: blank(level.effectiveDate)
      }),
      parentOf: self
    }),
  inventoryLevels: ({ inventoryLevels }) =>
    inEveryWay(inventoryLevels, { keyOf: self, parentOf: ({ itemCode }) => itemCode }),
  warehouses: ({ warehouses }) => inEveryWay(warehouses, { keyOf: ({ warehouseCode }) => warehouseCode }),
  salesOrders: ({ salesOrders }) =>
    inEveryWay(salesOrders, { keyOf: ({ salesOrderNo }) => salesOrderNo, parentOf: self }),
  salesOrderHistory: ({ salesOrderHistory }) =>
    inEveryWay(salesOrderHistory, { keyOf: ({ salesOrderNo }) => salesOrderNo, parentOf: self }),
  openInvoices: ({ openInvoices }) => inEveryWay(openInvoices, { keyOf: self, parentOf: self }),
  invoiceHistory: ({ invoiceHistory }) =>
    inEveryWay(invoiceHistory, {
      keyOf: ({ invoiceNo, headerSeqNo }) => ({ invoiceNo, headerSeqNo: blank(headerSeqNo) })
    }),
  unpostedInvoices: ({ unpostedInvoices }) =>
    inEveryWay(unpostedInvoices, { keyOf: ({ invoiceNo }) => invoiceNo }),
  payments: ({ payments }) =>
    inEveryWay(payments, {
      keyOf: (payment) => ({ ...payment, transactionDate: blank(payment.transactionDate) }),
      parentOf: self
    }),
  vendors: ({ vendors }) => inEveryWay(vendors, { keyOf: self }),
  bills: ({ bills }) => inEveryWay(bills, { keyOf: self, parentOf: self }),
  purchaseOrders: ({ purchaseOrders }) =>
    inEveryWay(purchaseOrders, { keyOf: ({ purchaseOrderNo }) => purchaseOrderNo, parentOf: self })
};

let directory: string;
let company: SageCompany;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ledger-bridge-statements-'));
  company = await startSageCompany({ directory });
});
afterAll(async () => {
  await company.close();
  await rm(directory, { recursive: true });
});

/** Everything that makes statements, over one source. */
function serviceOver(source: StatementSource, dialect: SqlDialect) {
  const liveCatalogue = createLiveCatalogue(source, dialect);
  const parts = { gateway: source, dialect, liveCatalogue };
  const unreadable: unknown[] = [];
  const onUnreadable = (record: unknown) => unreadable.push(record);
  const records = createOdbcSageRecords({ ...parts, timeZone: 'America/Denver', onUnreadable });
  const catalogue = createSageCatalogue({ ...parts, tables: allTables });
  return { liveCatalogue, records, catalogue, unreadable };
}

describe.each([providexDialect, createSqlServerDialect({ companyCode: 'ABC' })])(
  'every statement for $name passes the check of that dialect',
  (dialect) => {
    let source: StatementSource;
    let service: ReturnType<typeof serviceOver>;
    beforeAll(() => {
      source = new StatementSource(company.databaseFile);
      service = serviceOver(source, dialect);
    });
    afterAll(() => source.close());

    function expectSafe(statements: readonly string[]): void {
      const isSafeByItsShape = createStatementCheck(dialect);
      for (const sql of statements) {
        dialect.assertSafe(sql);
        isSafeByItsShape(sql);
      }
    }

    it('of the reads of every kind of record, by which every table is read', async () => {
      for (const read of Object.values(kinds)) await read(service.records);
      const settings = { currency: 'USD', timeZone: 'UTC', edition: 'advanced' } as const;
      await service.records.readCompany({ ...settings, companyCode: 'ABC' });
      expect(service.unreadable).toEqual([]);
      expectSafe(source.statements);
      const read = new Set(source.statements.map((sql) => / FROM (?:MAS_\w+\.dbo\.)?(\w+)/.exec(sql)?.[1]));
      expect([...read].toSorted()).toEqual([...allTables.map(({ name }) => name), 'SY_Company'].toSorted());
    });

    it('of the customer account, the probe of the connection and the terms', () => {
      const key = { arDivisionNo: '01', customerNo: ODD };
      const ofCustomer = [customerSelect, openInvoicesSelect, openOrdersSelect];
      expectSafe(ofCustomer.map((select) => select(dialect, key).sql));
      expectSafe([termsCodesSelect(dialect).sql, probeSelect(dialect).sql]);
    });

    it('of the description of tables, and of reading any columns of them before writing', async () => {
      source.statements.length = 0;
      const columns = new ColumnReader({ sql: { gateway: source, dialect }, catalogue: service.catalogue });
      for (const { name } of allTables) {
        const table = await service.catalogue.describe(name);
        const names = table?.columns.map((column) => column.name) ?? [];
        const [first = ''] = table?.key ?? [];
        await columns.rows(name, { [first]: ODD }, names);
      }
      expectSafe(source.statements);
      expect(source.statements.filter((sql) => sql.includes('CM_UDF')).length).toBeGreaterThan(0);
      expect(source.statements.length).toBeGreaterThan(allTables.length);
    });

    it('of the questions for what driver and data source can do, but for the one with a parameter', async () => {
      await probeCapabilities({
        gateway: source,
        dialect,
        liveCatalogue: service.liveCatalogue,
        companyCode: 'ABC',
        tables: allTables
      });
      expect(source.asked.length).toBeGreaterThan(8);
      expect(source.asked).toContain(parameterProbe(dialect));
      expectSafe(source.asked.filter((sql) => sql !== parameterProbe(dialect)));
    });
  }
);
