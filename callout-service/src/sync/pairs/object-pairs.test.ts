import { Decimal } from 'decimal.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  everything,
  startDocumentCompany,
  type DocumentCompany
} from '../../sage/records/documents/test-support/document-company.ts';
import { objectPair, objectPairs } from './object-pairs.ts';
import { pairNames, type PairName } from './pair-names.ts';

let sage: DocumentCompany;
beforeAll(async () => {
  sage = await startDocumentCompany();
  // A number with a stroke, whose contact has one too: taken apart in two ways.
  sage.write("UPDATE AR_CustomerContact SET ContactCode = 'A/B' WHERE ContactCode = 'JOHN QUINN'");
}, 60_000);
afterAll(() => sage.close());

const EPOCH = { since: '2000-01-01T00:00:00.000Z', overlapMinutes: 0 };

function readsOf(name: PairName) {
  const pair = objectPair(name);
  return { pair, reads: pair.reads(sage.records) };
}

async function keysFrom(name: PairName, after?: string): Promise<readonly string[]> {
  const { pair, reads } = readsOf(name);
  return (await everything(reads.scan(after))).map((record) => pair.description.keyOf(record));
}

describe.each(pairNames)('%s', (name) => {
  const pair = objectPair(name);
  let records: readonly unknown[];
  let keys: readonly string[];
  beforeAll(async () => {
    records = await everything(pair.reads(sage.records).scan());
    keys = records.map((record) => pair.description.keyOf(record));
  });

  it('when all is scanned, then each key is there once, leads back to its record, and a scan goes on behind it', async () => {
    const { reads } = readsOf(name);
    expect(keys.length).toBeGreaterThan(0);
    expect(new Set(keys).size).toBe(keys.length);
    const some = keys.slice(0, 25).toReversed();
    const read = await reads.byKeys([...some, 'none-such', some[0] ?? '']);
    expect(read).toEqual(records.slice(0, 25).toReversed());
    const place = Math.floor((keys.length * 2) / 3);
    expect(await keysFrom(name, keys[place])).toEqual(keys.slice(place + 1));
  });

  it('when changes are asked for since ever, then they are records as the scan has them', async () => {
    const { reads } = readsOf(name);
    if (reads.changedSince === undefined) return;
    const byKey = new Map(records.map((record) => [pair.description.keyOf(record), record]));
    const changed = await everything(reads.changedSince(EPOCH));
    expect(changed.length).toBeGreaterThan(0);
    for (const record of changed) expect(record).toEqual(byKey.get(pair.description.keyOf(record)));
  });

  it('when lines are taken from documents, then no two of them have the same key', () => {
    const { lines } = pair;
    if (lines === undefined) return;
    const all = records.flatMap((record) => lines.linesOf(record));
    expect(all.length).toBeGreaterThan(0);
    expect(new Set(all.map((line) => lines.description.keyOf(line))).size).toBe(all.length);
  });
});

describe('every pair', () => {
  it('when pairs are listed, then they are the names, each after those that it depends on', () => {
    expect(objectPairs.map(({ name }) => name)).toEqual(pairNames);
    for (const [index, { dependsOn }] of objectPairs.entries())
      for (const other of dependsOn) expect(pairNames.indexOf(other)).toBeLessThan(index);
  });

  it('when a pair can go to Sage, then it can be saved, and no other', () => {
    for (const pair of objectPairs)
      expect('save' in pair, pair.name).toBe(pair.directions.includes('to-sage'));
  });
});

describe('keys over the life of a document', () => {
  it('when an order leaves the open table for the history, then it keeps its key and comes from there', async () => {
    const { reads } = readsOf('Sage_Sales_Order__c-sales-order');
    const history = await sage.table('SO_SalesOrderHistoryHeader', ['SalesOrderNo']);
    const open = await sage.table('SO_SalesOrderHeader', ['SalesOrderNo']);
    const known = new Set(history.map(([number]) => number));
    const closing = open.map(([number]) => String(number)).find((number) => known.has(number)) ?? '';
    expect(await reads.byKeys([closing])).toMatchObject([{ place: 'open' }]);
    sage.write('DELETE FROM SO_SalesOrderHeader WHERE SalesOrderNo = ?', closing);
    expect(await reads.byKeys([closing])).toMatchObject([{ salesOrderNo: closing, place: 'history' }]);
    expect(await keysFrom('Sage_Sales_Order__c-sales-order')).toContain(closing);
  });

  it('when an unposted invoice is posted, then it keeps its key; another under its number waits for one of its own', async () => {
    const { reads } = readsOf('Sage_Invoice__c-invoice');
    const [[number] = []] = await sage.table('SO_InvoiceHeader', ['InvoiceNo']);
    const [[posted] = []] = await sage.table('AR_InvoiceHistoryHeader', ['InvoiceNo']);
    const key = String(number);
    expect(await reads.byKeys([key])).toMatchObject([{ invoiceNo: key, posted: false }]);
    sage.write('UPDATE AR_InvoiceHistoryHeader SET InvoiceNo = ? WHERE InvoiceNo = ?', key, String(posted));
    expect(await reads.byKeys([key])).toMatchObject([{ invoiceNo: key, posted: true }]);
    const keys = await keysFrom('Sage_Invoice__c-invoice');
    expect(keys.filter((each) => each === key)).toHaveLength(1);
    sage.write('UPDATE AR_InvoiceHistoryHeader SET InvoiceNo = ? WHERE InvoiceNo = ?', String(posted), key);
  });

  it('when a balance alone changes with a stamp, then the invoice comes with it as the history has it', async () => {
    const { pair, reads } = readsOf('Sage_Invoice__c-invoice');
    const [open] = (await everything(sage.records.openInvoices.scan())).filter(
      ({ headerSeqNo }) => headerSeqNo !== null
    );
    const invoiceNo = open?.invoiceNo ?? '';
    sage.write(
      "UPDATE AR_OpenInvoice SET Balance = 12.34, DateUpdated = '2099-01-02', TimeUpdated = '10.00000' WHERE InvoiceNo = ?",
      invoiceNo
    );
    const window = { since: '2098-01-01T00:00:00.000Z', overlapMinutes: 0 };
    const changed = reads.changedSince === undefined ? [] : await everything(reads.changedSince(window));
    const [found] = changed.map((record) => pair.description.valuesOf(record));
    expect(found).toMatchObject({ invoiceNo, balance: '12.34' });
    expect(changed).toEqual(await reads.byKeys(changed.map((record) => pair.description.keyOf(record))));
  });

  it('when two ways of reading a key are possible, then the record that Sage has is found', async () => {
    const { reads } = readsOf('Contact-contact');
    expect(await reads.byKeys(['01-ABF/A/B'])).toMatchObject([{ customerNo: 'ABF', contactCode: 'A/B' }]);
  });
});

describe('prices by level', () => {
  const NAME = 'PricebookEntry-price';

  it('when a record prices an item at a level, then the level has a price, behind the standard price of the item', async () => {
    const { pair, reads } = readsOf(NAME);
    const [record] = await everything(sage.records.priceRecords.scan()).then((all) =>
      all.filter(({ record: kind, customerPriceLevel }) => kind === 'item' && customerPriceLevel !== null)
    );
    if (record === undefined) throw new Error('the company has no price of an item at a level');
    const prices = (await everything(reads.scan())).map((each) => pair.description.valuesOf(each));
    const own = prices.filter(({ itemCode }) => itemCode === record.itemCode);
    expect(own[0]).toMatchObject({ priceLevel: null, rule: 'standard' });
    expect(own.find(({ priceLevel }) => priceLevel === record.customerPriceLevel)).toMatchObject({
      rule: 'itemLevel'
    });
    const items = await everything(sage.records.items.scan());
    for (const item of items) {
      const standard = prices.find(
        ({ itemCode, priceLevel }) => itemCode === item.itemCode && priceLevel === null
      );
      const units = new Decimal(item.salesUnitConversion);
      const price = new Decimal(item.standardUnitPrice).times(units.isZero() ? 1 : units);
      expect(standard?.['unitPrice']).toBe(price.toFixed(2, Decimal.ROUND_HALF_UP).concat('0000'));
    }
  });

  it('when a price code changes, then the prices of its items come, and of no others', async () => {
    const { pair, reads } = readsOf(NAME);
    sage.write(
      "UPDATE IM_PriceCode SET DateUpdated = '2099-01-02', TimeUpdated = '10.00000' WHERE PriceCodeRecord = '0'"
    );
    const codes = new Set(
      (await everything(sage.records.priceRecords.scan()))
        .filter(({ record }) => record === 'priceCode')
        .map(({ priceCode }) => priceCode)
    );
    const window = { since: '2098-01-01T00:00:00.000Z', overlapMinutes: 0 };
    const changed = reads.changedSince === undefined ? [] : await everything(reads.changedSince(window));
    const items = await everything(sage.records.items.scan());
    const touched = items.filter(({ priceCode }) => priceCode !== null && codes.has(priceCode));
    expect(touched.length).toBeGreaterThan(0);
    expect(new Set(changed.map((record) => pair.description.valuesOf(record)['itemCode']))).toEqual(
      new Set(touched.map(({ itemCode }) => itemCode))
    );
  });
});
