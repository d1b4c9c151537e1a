import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordKeys } from '../../mapping/entities/record-keys.ts';
import { projectionNames, type ProjectionName } from '../port/sage-projections.ts';
import { providexDialect } from '../sql/providex-dialect.ts';
import { projections } from './projections.ts';
import { startProjectionCompany, type ProjectionCompany } from './test-support/projection-company.ts';

let company: ProjectionCompany;
beforeAll(async () => {
  company = await startProjectionCompany();
}, 60_000);
afterAll(() => company.close());

const digests = async (name: ProjectionName, pageSize?: number) => new Map(await rows(name, pageSize));

async function rows(name: ProjectionName, pageSize?: number, after?: string): Promise<[string, string][]> {
  const found: [string, string][] = [];
  const options = {
    ...(pageSize === undefined ? {} : { pageSize }),
    ...(after === undefined ? {} : { after })
  };
  for await (const page of company.projections.scan(name, options)) {
    for (const { key, digest } of page) found.push([key, digest]);
  }
  return found;
}

async function keysOf<E>(
  pages: AsyncIterable<readonly E[]>,
  keyOf: (record: E) => string
): Promise<string[]> {
  const keys: string[] = [];
  for await (const page of pages) keys.push(...page.map(keyOf));
  return keys;
}

/** What changed between two looks. */
async function changedBy(name: ProjectionName, sql: string): Promise<string[]> {
  const before = await digests(name);
  company.execute(sql);
  const after = await digests(name);
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (key) => before.get(key) !== after.get(key)
  );
}

/** Read once, while nobody changes anything. */
const looks = new Map<ProjectionName, Promise<[string, string][]>>();
function look(name: ProjectionName): Promise<[string, string][]> {
  const known = looks.get(name) ?? rows(name);
  looks.set(name, known);
  return known;
}

describe.each(projectionNames)('the projection %s', (name) => {
  it('when it is scanned, then each record is there once, in pages of any size alike', async () => {
    const whole = await look(name);
    expect(whole.length).toBeGreaterThan(0);
    expect(new Set(whole.map(([key]) => key)).size).toBe(whole.length);
    for (const [, digest] of whole) expect(digest).toMatch(/^[\w-]{22}$/);
    expect(await rows(name, 149)).toEqual(whole);
  });

  it('when it goes on behind a key, then what comes is what came behind it', async () => {
    const whole = await look(name);
    for (const part of [0.5, 0.97]) {
      const place = Math.floor(whole.length * part);
      const behind = await rows(name, undefined, whole[place]?.[0] ?? '');
      // Records of one number go together, so a few may be passed over with it or come again.
      expect(behind).toEqual(whole.slice(whole.length - behind.length));
      expect(Math.abs(behind.length - (whole.length - place - 1))).toBeLessThanOrEqual(3);
    }
  });
});

describe('keys', () => {
  it('when records are read, then they have the keys that their projections give', async () => {
    const { records } = company;
    const expected: Partial<Record<ProjectionName, string[]>> = {
      customer: await keysOf(records.customers.scan(), recordKeys.customer),
      contact: await keysOf(records.contacts.scan(), recordKeys.contact),
      'ship-to': await keysOf(records.shipToAddresses.scan(), recordKeys.shipTo),
      item: await keysOf(records.items.scan(), ({ itemCode }) => itemCode),
      inventory: await keysOf(records.inventoryLevels.scan(), recordKeys.inventory),
      vendor: await keysOf(records.vendors.scan(), recordKeys.vendor),
      bill: await keysOf(records.bills.scan(), recordKeys.bill),
      payment: await keysOf(records.payments.scan(), recordKeys.payment),
      'purchase-order': await keysOf(records.purchaseOrders.scan(), ({ purchaseOrderNo }) => purchaseOrderNo)
    };
    for (const name of projectionNames) {
      const keys = expected[name];
      if (keys !== undefined)
        expect(
          (await rows(name)).map(([key]) => key),
          name
        ).toEqual(keys);
    }
  });

  it('when orders and invoices stand in several tables, then each is one record', async () => {
    const { records } = company;
    const withLines = { withLines: false };
    const orders = [
      ...(await keysOf(records.salesOrders.scan(withLines), ({ salesOrderNo }) => salesOrderNo)),
      ...(await keysOf(records.salesOrderHistory.scan(withLines), ({ salesOrderNo }) => salesOrderNo))
    ];
    expect(sorted(await look('sales-order'))).toEqual([...new Set(orders)].toSorted());
    const invoices = [
      ...(await keysOf(records.invoiceHistory.scan(withLines), recordKeys.invoice)),
      ...(await keysOf(records.unpostedInvoices.scan(withLines), recordKeys.invoice)),
      ...(await keysOf(records.openInvoices.scan(withLines), recordKeys.invoice))
    ];
    expect(sorted(await look('invoice'))).toEqual([...new Set(invoices)].toSorted());
    const known = new Set(invoices);
    for (const [key] of await look('open-invoice-figures')) expect(known).toContain(key);
  });
});

const sorted = (found: readonly [string, string][]) => found.map(([key]) => key).toSorted();

/** One row each, by its rowid, and the key that it belongs to. */
const rowsOf: readonly [ProjectionName, table: string, key: string][] = [
  ['customer', 'AR_Customer', `ARDivisionNo || '-' || CustomerNo`],
  ['customer-figures', 'AR_Customer', `ARDivisionNo || '-' || CustomerNo`],
  ['contact', 'AR_CustomerContact', `ARDivisionNo || '-' || CustomerNo || '/' || ContactCode`],
  ['ship-to', 'SO_ShipToAddress', `ARDivisionNo || '-' || CustomerNo || '/' || ShipToCode`],
  ['item', 'CI_Item', 'ItemCode'],
  ['item-figures', 'CI_Item', 'ItemCode'],
  ['inventory', 'IM_ItemWarehouse', `ItemCode || '/' || WarehouseCode`],
  ['inventory-figures', 'IM_ItemWarehouse', `ItemCode || '/' || WarehouseCode`],
  ['vendor', 'AP_Vendor', `APDivisionNo || '-' || VendorNo`],
  ['bill', 'AP_OpenInvoice', `APDivisionNo || '-' || VendorNo || '/' || InvoiceNo`],
  ['bill-figures', 'AP_OpenInvoice', `APDivisionNo || '-' || VendorNo || '/' || InvoiceNo`],
  ['sales-order', 'SO_SalesOrderHeader', 'SalesOrderNo'],
  ['sales-order', 'SO_SalesOrderHistoryHeader', 'SalesOrderNo'],
  ['purchase-order', 'PO_PurchaseOrderHeader', 'PurchaseOrderNo'],
  ['purchase-order', 'PO_PurchaseOrderDetail', 'PurchaseOrderNo'],
  ['sales-order', 'SO_SalesOrderDetail', 'SalesOrderNo']
];

describe('digests', () => {
  it.each(rowsOf)(
    'when any column that %s reads of %s changes, then its digest and no other does',
    async (name, table, key) => {
      const found = company.column(`SELECT DISTINCT ${key} FROM ${table} WHERE ${key} <> '' ORDER BY 1`);
      const counting = columnsThatCount(name, table);
      expect(counting.length).toBeGreaterThan(2);
      // A record each for as many columns as there are records, then the next ones.
      for (let from = 0; from < counting.length; from += found.length) {
        const round = counting.slice(from, from + found.length);
        const before = await digests(name);
        const touched = round.map(({ column, changed }, index) => {
          company.execute(
            `UPDATE ${table} SET ${column} = ${changed} WHERE rowid =
              (SELECT MIN(rowid) FROM ${table} WHERE ${key} = '${String(found[index]).replaceAll("'", "''")}')`
          );
          return found[index];
        });
        const after = await digests(name);
        const different = [...after.keys()].filter((each) => before.get(each) !== after.get(each));
        expect(different.toSorted()).toEqual(touched.toSorted());
      }
    }
  );

  it('when a column that is no figure changes, then figures stay as they were', async () => {
    expect(
      await changedBy('customer-figures', `UPDATE AR_Customer SET CustomerName = 'X' WHERE rowid = 3`)
    ).toEqual([]);
    expect(await changedBy('inventory-figures', `UPDATE IM_ItemWarehouse SET BinLocation = 'X'`)).toEqual([]);
  });

  it('when the same number is written in another way, then the digest stays as it was', async () => {
    const same = `UPDATE IM_ItemWarehouse SET QuantityOnHand = QuantityOnHand || '.000' WHERE QuantityOnHand NOT LIKE '%.%'`;
    expect(await changedBy('inventory-figures', same)).toEqual([]);
    expect(
      await changedBy('customer', `UPDATE AR_Customer SET CustomerName = CustomerName || '   '`)
    ).toEqual([]);
  });

  it('when a user-defined field is added, then only records that have it filled are different', async () => {
    const before = await digests('vendor');
    company.execute('ALTER TABLE AP_Vendor ADD COLUMN UDF_RANK VARCHAR(10)');
    company.forget();
    expect(await digests('vendor')).toEqual(before);
    const changed = await changedBy('vendor', `UPDATE AP_Vendor SET UDF_RANK = 'A' WHERE VendorNo = 'ACME'`);
    expect(changed).toEqual([expect.stringMatching(/-ACME$/)]);
  });
});

/** Columns with another value for each, those of the key left out. */
function columnsThatCount(name: ProjectionName, table: string) {
  const source = projections[name].flat().find((each) => each.table.name === table);
  const child = projections[name]
    .flat()
    .flatMap(({ children }) => children)
    .find((each) => each.table.name === table);
  const { columns = {}, key = [] } = source?.table ?? child?.table ?? {};
  const names = source?.columns ?? Object.keys(columns);
  return names.flatMap((column) => {
    const type = columns[column];
    if (type === undefined || key.includes(column) || column.endsWith('SequenceNo')) return [];
    const value = name.endsWith('figures') ? 914 : 913;
    const changed = { decimal: String(value), string: `'${value}'`, date: `'2001-02-0${value - 910}'` }[
      type.kind
    ];
    return [{ column, changed }];
  });
}

it('when every projection has been scanned, then every statement was of the safe subset', () => {
  expect(company.statements.length).toBeGreaterThan(100);
  for (const sql of company.statements) providexDialect.assertSafe(sql);
});
