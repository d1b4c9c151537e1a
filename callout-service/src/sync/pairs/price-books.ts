import { z } from 'zod';
import type { LevelPrice } from '../../canonical/level-price.ts';
import { recordKeys } from '../../mapping/entities/record-keys.ts';
import { quoted, type SalesforceRecords } from '../../salesforce/port/salesforce-records.ts';
import type { PrepareParts } from './object-pair.ts';

/** Links of price levels with price books. */
export const PRICE_BOOK_ENTITY = 'price-book';
const STANDARD = 'standard';
/** So that a query stays short enough for an address. */
const ITEMS_AT_ONCE = 100;

const bookRows = z.array(
  z
    .object({ Id: z.string(), IsStandard: z.boolean(), Sage_Price_Level__c: z.string().nullable() })
    .transform((row) => ({ ...row, level: (row.Sage_Price_Level__c ?? '').toUpperCase() }))
);
const entryRows = z.array(
  z.object({
    Id: z.string(),
    Pricebook2Id: z.string(),
    Product2: z.object({ Sage_Item_Code__c: z.string() })
  })
);

type Records = Pick<SalesforceRecords, 'all' | 'insert' | 'update'>;
/** Ids of price books by the key of their level. */
type Books = ReadonlyMap<string, string>;

/** The level that a price book is for; `standard` for the standard price book. */
export function bookKey({ priceLevel }: Pick<LevelPrice, 'priceLevel'>): string {
  return priceLevel ?? STANDARD;
}

/**
 * Finds the price book of every level of a page, by its Sage_Price_Level__c, makes those that are missing, and links them.
 * Entries that people or other systems made get their key, so that they are taken over instead of refused as duplicates.
 * @throws LedgerBridgeError LB70x, LB60x.
 */
export async function preparePriceBooks(
  page: readonly LevelPrice[],
  { salesforce, store }: PrepareParts
): Promise<void> {
  if (page.length === 0) return;
  const levels = [...new Set(page.flatMap(({ priceLevel }) => priceLevel ?? []))];
  const found = await findBooks(salesforce, levels);
  const made = await makeBooks(
    salesforce,
    levels.filter((level) => !found.has(level))
  );
  const books = new Map([...found, ...made]);
  await linkBooks(store, books);
  await adoptEntries(salesforce, page, books);
}

async function findBooks(salesforce: Records, levels: readonly string[]): Promise<Books> {
  const byLevel = levels.length === 0 ? '' : ` OR Sage_Price_Level__c IN (${levels.map(quoted).join(', ')})`;
  const rows = await salesforce.all(
    `SELECT Id, IsStandard, Sage_Price_Level__c FROM Pricebook2 WHERE IsStandard = true${byLevel}`
  );
  // The standard price book holds standard prices, whatever level somebody wrote on it.
  const keyed = bookRows
    .parse(rows)
    .map((book) => [book.IsStandard ? STANDARD : book.level, book.Id] as const);
  return new Map(keyed);
}

/** The level is unique among price books, so that one which somebody makes at the same moment is refused here (LB70x). */
async function makeBooks(salesforce: Records, levels: readonly string[]): Promise<Books> {
  if (levels.length === 0) return new Map();
  const outcomes = await salesforce.insert(
    'Pricebook2',
    levels.map((level) => ({
      Name: `Sage price level ${level}`,
      Description: `Prices of level ${level} in Sage 100, written by Ledger Bridge.`,
      IsActive: true,
      Sage_Price_Level__c: level
    }))
  );
  return new Map(
    outcomes.map((outcome, index) => {
      if (!outcome.ok) throw outcome.error;
      return [levels[index] ?? '', outcome.id] as const;
    })
  );
}

/** A price book that was made anew takes the place of the one that is gone. */
async function linkBooks(store: PrepareParts['store'], books: Books): Promise<void> {
  const known = await store.links.bySageKeys(PRICE_BOOK_ENTITY, [...books.keys()]);
  const idOf = new Map(known.map(({ sageKey, salesforceId }) => [sageKey, salesforceId]));
  const changed = [...books].filter(([level, id]) => idOf.get(level) !== id);
  if (changed.length === 0) return;
  await store.transaction(async ({ links }) => {
    for (const [level, salesforceId] of changed) {
      const before = idOf.get(level);
      if (before !== undefined) await links.remove(PRICE_BOOK_ENTITY, before);
      await links.put({
        entity: PRICE_BOOK_ENTITY,
        salesforceId,
        sageKey: level,
        agreed: null,
        mappingVersion: undefined
      });
    }
  });
}

/** Entries of the page's items in the page's books that have no key yet. Of several, as in several currencies, none. */
async function adoptEntries(salesforce: Records, page: readonly LevelPrice[], books: Books): Promise<void> {
  const keys = new Map(
    page.map((price) => [`${books.get(bookKey(price)) ?? ''}/${price.itemCode}`, recordKeys.price(price)])
  );
  const items = [...new Set(page.map(({ itemCode }) => itemCode))];
  const orphans = new Map<string, string[]>();
  for (let first = 0; first < items.length; first += ITEMS_AT_ONCE) {
    const rows = await salesforce.all(entriesWithoutKey(items.slice(first, first + ITEMS_AT_ONCE), books));
    for (const entry of entryRows.parse(rows)) {
      const key = keys.get(`${entry.Pricebook2Id}/${entry.Product2.Sage_Item_Code__c}`);
      if (key !== undefined) orphans.set(key, [...(orphans.get(key) ?? []), entry.Id]);
    }
  }
  const adopted = [...orphans].flatMap(([key, [id, ...others]]) =>
    id === undefined || others.length > 0 ? [] : [{ id, fields: { Sage_Price_Key__c: key } }]
  );
  // What is refused here shows again, with its reason, when the entry itself is written.
  if (adopted.length > 0) await salesforce.update('PricebookEntry', adopted);
}

function entriesWithoutKey(items: readonly string[], books: Books): string {
  return (
    'SELECT Id, Pricebook2Id, Product2.Sage_Item_Code__c FROM PricebookEntry ' +
    `WHERE Sage_Price_Key__c = null AND Pricebook2Id IN (${[...books.values()].map(quoted).join(', ')}) ` +
    `AND Product2.Sage_Item_Code__c IN (${items.map(quoted).join(', ')})`
  );
}
