import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { isJsonObject } from '../http/exact-json.ts';
import type { SalesforceRow, SalesforceValue } from '../port/salesforce-records.ts';

/** A page of a query as Salesforce answers it. Source: REST API Developer Guide, Query. */
export interface QueryPage {
  readonly records: readonly unknown[];
  /** Path of the next page; undefined where this is the last. */
  readonly next: string | undefined;
}

/** Reads the further pages of a list of children. */
export type ReadPage = (path: string) => Promise<QueryPage>;

/** @throws LedgerBridgeError LB714 when it is no page. */
export function queryPage(body: unknown): QueryPage {
  const page = pageIn(body);
  if (page === undefined) throw notAPage();
  return page;
}

function pageIn(value: unknown): QueryPage | undefined {
  if (!isJsonObject(value)) return undefined;
  const { records, done, nextRecordsUrl } = value;
  if (!isList(records) || typeof done !== 'boolean') return undefined;
  if (done) return { records, next: undefined };
  return typeof nextRecordsUrl === 'string' ? { records, next: nextRecordsUrl } : undefined;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** Makes rows of records as they came: names of the service, no `attributes`, lists of children complete. */
export class RowMaker {
  readonly #nameOf: (name: string) => string;
  readonly #readPage: ReadPage;

  constructor(nameOf: (name: string) => string, readPage: ReadPage) {
    this.#nameOf = nameOf;
    this.#readPage = readPage;
  }

  async rows(records: readonly unknown[]): Promise<SalesforceRow[]> {
    const missing: Missing[] = [];
    const rows = records.map((record) => this.#row(record, missing));
    for (const { page, children } of missing) await this.#append(page, children);
    return rows;
  }

  #row(record: unknown, missing: Missing[]): SalesforceRow {
    if (!isJsonObject(record)) throw notAPage();
    const fields = Object.entries(record).filter(([name]) => name !== 'attributes');
    return Object.fromEntries(
      fields.map(([name, value]) => [this.#nameOf(name), this.#value(value, missing)] as const)
    );
  }

  #value(value: unknown, missing: Missing[]): SalesforceValue {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    const page = pageIn(value);
    if (page === undefined) return this.#row(value, missing);
    const children = page.records.map((record) => this.#row(record, missing));
    if (page.next !== undefined) missing.push({ page: page.next, children });
    return children;
  }

  async #append(path: string, children: SalesforceRow[]): Promise<void> {
    for (let next: string | undefined = path; next !== undefined;) {
      const page = await this.#readPage(next);
      children.push(...(await this.rows(page.records)));
      next = page.next;
    }
  }
}

/** Children whose first page is in the answer, and where the next one is. */
interface Missing {
  readonly page: string;
  readonly children: SalesforceRow[];
}

function notAPage(): LedgerBridgeError {
  return new LedgerBridgeError('LB714', {
    detail: 'Salesforce answered a query with what is no list of records.'
  });
}
