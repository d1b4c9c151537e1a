import type { DatabaseSync } from 'node:sqlite';
import { americanBusinessFutures, writeAmericanBusinessFutures } from '../abc/american-business-futures.ts';
import { miscellaneousItem, rememberedItems, verifiedItems } from '../abc/items.ts';
import { caseCustomers } from '../abc/case-customers.ts';
import { caseItems } from '../abc/case-items.ts';
import { rememberedCustomers } from '../abc/remembered-customers.ts';
import type { CalendarDay } from '../calendar.ts';
import { createIndexesSql, createTableSql } from '../tables/create-table.ts';
import { tables } from '../tables/index.ts';
import { DocumentNumbers } from './company-draft.ts';
import type { CompanyDraft } from './company-draft.ts';
import { inventCustomer } from './customer-profile.ts';
import type { CustomerProfile } from './customer-profile.ts';
import { writeCustomer } from './customers.ts';
import { inventItem, writeItem } from './items.ts';
import type { Item } from './items.ts';
import { writeCrossReferences } from './cross-references.ts';
import { writePriceCodes } from './price-codes.ts';
import { writePurchasing } from './purchasing.ts';
import { Random } from './random.ts';
import { RecordWriter } from './record-writer.ts';
import { writeSetUp } from './set-up.ts';
import { companyProfiles } from './sizes.ts';
import type { CompanySize } from './sizes.ts';
import { StockBook } from './stock-book.ts';

/** What a company is made from: the same three always make the same company, record by record. */
export interface CompanyRecipe {
  readonly size: CompanySize;
  readonly seed: number;
  /** The company's own today, from which all its days are counted. */
  readonly today: CalendarDay;
}

/** Creates all tables in an empty database and fills them. */
export function generateCompany(database: DatabaseSync, recipe: CompanyRecipe): void {
  const draft: CompanyDraft = {
    writer: new RecordWriter(database),
    random: new Random(`seed ${recipe.seed}`),
    profile: companyProfiles[recipe.size],
    today: recipe.today,
    numbers: new DocumentNumbers(),
    stock: new StockBook(),
    billNumbers: new Map()
  };
  database.exec('BEGIN');
  for (const table of tables) database.exec(createTableSql(table));
  writeRecords(draft);
  for (const table of tables) for (const sql of createIndexesSql(table)) database.exec(sql);
  database.exec('COMMIT');
}

function writeRecords(draft: CompanyDraft): void {
  const items = chooseItems(draft);
  const sold = items.filter((item) => !item.inactive && item.itemType === '1');
  const customers = chooseCustomers(draft);
  writeSetUp(draft);
  writeAmericanBusinessFutures(draft);
  for (const customer of customers) writeCustomer(draft, customer, sold);
  writePurchasing(draft, sold);
  writePriceCodes(draft, sold, [americanBusinessFutures, ...customers]);
  writeCrossReferences(draft, sold, customers);
  // Items come last: their quantities on order are what the documents before them hold.
  for (const item of [...items, ...caseItems]) writeItem(draft, item);
}

function chooseItems(draft: CompanyDraft): Item[] {
  const known = [...verifiedItems, ...rememberedItems, miscellaneousItem];
  const random = draft.random.fork('items');
  const count = draft.profile.items - known.length;
  return [...known, ...Array.from({ length: count }, (_, index) => inventItem(random, index + 1))];
}

function chooseCustomers(draft: CompanyDraft): CustomerProfile[] {
  const random = draft.random.fork('customers');
  const known = [...rememberedCustomers, ...caseCustomers];
  const count = draft.profile.customers - known.length - 1;
  const invented = Array.from({ length: count }, (_, index) => inventCustomer(random, index + 1));
  return [...known, ...invented];
}
