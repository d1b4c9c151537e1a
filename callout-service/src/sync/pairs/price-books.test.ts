import { join } from 'node:path';
import type { RunningOrg } from '@ledger-bridge/org-emulator';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LevelPrice } from '../../canonical/level-price.ts';
import type { Salesforce } from '../../salesforce/port/salesforce.ts';
import { connectTo } from '../../salesforce/test-support/connected.ts';
import { startLocalOrg } from '../../salesforce/test-support/local-org.ts';
import { openEmbeddedStore, type EmbeddedStore } from '../../store/test-support/embedded-store.ts';
import { preparePriceBooks, PRICE_BOOK_ENTITY } from './price-books.ts';

let org: RunningOrg;
let salesforce: Salesforce;
let embedded: EmbeddedStore;
beforeAll(async () => {
  org = await startLocalOrg({ packageDirectory: join(import.meta.dirname, '../../../../force-app') });
  salesforce = connectTo(org, { username: 'integration@ledger-bridge.example' });
  embedded = await openEmbeddedStore();
}, 60_000);
afterAll(async () => {
  await salesforce.close();
  await org.close();
  await embedded.remove();
});

const priceAt = (itemCode: string, priceLevel: string | null): LevelPrice => ({
  itemCode,
  itemType: 'regular',
  priceLevel,
  unitPrice: '84.000000',
  unitOfMeasure: 'EACH',
  rule: 'standard',
  active: true
});

const prepare = (...page: readonly LevelPrice[]) =>
  preparePriceBooks(page, { salesforce: salesforce.records, store: embedded.store });

const links = () => embedded.store.links.bySageKeys(PRICE_BOOK_ENTITY, ['standard', 'A', 'B']);
const booksAt = (level: string) =>
  salesforce.records.all(`SELECT Id, Name FROM Pricebook2 WHERE Sage_Price_Level__c = '${level}'`);

async function inserted(object: string, fields: Readonly<Record<string, string | boolean>>): Promise<string> {
  const [outcome] = await salesforce.records.insert(object, [fields]);
  if (outcome?.ok !== true) throw outcome?.error ?? new Error('no outcome');
  return outcome.id;
}

it('when levels have no price book, then each gets one, once, and the standard prices that of Salesforce', async () => {
  const page = [priceAt('PB-1', null), priceAt('PB-1', 'A'), priceAt('PB-2', 'A')];
  await prepare(...page);
  await prepare(...page);
  const [standard] = await salesforce.records.all('SELECT Id FROM Pricebook2 WHERE IsStandard = true');
  const books = await booksAt('A');
  expect(books).toMatchObject([{ Name: 'Sage price level A' }]);
  const known = new Map((await links()).map(({ sageKey, salesforceId }) => [sageKey, salesforceId]));
  expect(known).toEqual(
    new Map([
      ['standard', standard?.['Id']],
      ['A', books[0]?.['Id']]
    ])
  );
});

it('when a price book is no longer that of its level, then a new one is made, and the link leads there', async () => {
  const first = await inserted('Pricebook2', { Name: 'Ours', IsActive: true, Sage_Price_Level__c: 'B' });
  await prepare(priceAt('PB-1', 'B'));
  await salesforce.records.update('Pricebook2', [{ id: first, fields: { Sage_Price_Level__c: null } }]);
  await prepare(priceAt('PB-1', 'B'));
  const [book] = await booksAt('B');
  expect(book?.['Id']).not.toBe(first);
  expect((await links()).find(({ sageKey }) => sageKey === 'B')?.salesforceId).toBe(book?.['Id']);
});

it('when somebody made an entry for a product of Sage, then it gets the key of its price, and others are left', async () => {
  await prepare(priceAt('PB-3', null));
  const [standard] = await embedded.store.links.bySageKeys(PRICE_BOOK_ENTITY, ['standard']);
  const entry = async (itemCode: string) =>
    inserted('PricebookEntry', {
      Product2Id: await inserted('Product2', { Name: itemCode, Sage_Item_Code__c: itemCode, IsActive: true }),
      Pricebook2Id: standard?.salesforceId ?? '',
      UnitPrice: '80.00',
      IsActive: true
    });
  const ours = await entry('PB-3');
  const other = await entry('PB-4');
  await prepare(priceAt('PB-3', null));
  const keyOf = async (id: string) =>
    (await salesforce.records.all(`SELECT Sage_Price_Key__c FROM PricebookEntry WHERE Id = '${id}'`))[0]?.[
      'Sage_Price_Key__c'
    ];
  expect(await keyOf(ours)).toBe('PB-3/');
  expect(await keyOf(other)).toBeNull();
});
