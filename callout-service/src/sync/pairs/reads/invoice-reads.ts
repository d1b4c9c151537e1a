import type { Invoice, InvoiceKey, OpenInvoiceKey } from '../../../canonical/invoice.ts';
import { recordKeys } from '../../../mapping/entities/record-keys.ts';
import type { SageRecords } from '../../../sage/port/sage-records.ts';
import type { PairReads } from '../object-pair.ts';
import { ofCustomer } from './key-forms.ts';

type Tables = Pick<SageRecords, 'invoiceHistory' | 'openInvoices' | 'unpostedInvoices'>;

const USABLE = { passOverUnusable: true } as const;
const HEADS = { ...USABLE, withLines: false } as const;
const FIRST_HEADER = '000000';

/**
 * Documents of receivables from the three tables that hold them, each once: from the history where it is there, with the
 * balance that is still owed; unposted; and what receivables have without history.
 */
export function invoiceReads(tables: Tables): PairReads<Invoice> {
  return {
    byKeys: (keys) => invoicesOf(tables, keys),
    scan: (after) => scan(tables, after),
    async *changedSince(window) {
      yield* tables.invoiceHistory.changedSince(window);
      for await (const page of tables.unpostedInvoices.changedSince(window))
        yield* filled(await notPosted(tables, page));
      for await (const page of tables.openInvoices.changedSince(window, { withLines: false }))
        yield* filled(await invoicesOf(tables, keysOf(page)));
    }
  };
}

/** Where a document of some key may stand. */
type Place =
  | { readonly table: 'history'; readonly key: InvoiceKey }
  | { readonly table: 'open'; readonly key: OpenInvoiceKey };

/** `0100004`, `0100004/000001`, or `01-ABF/PP00012/PP`. */
export function invoicePlaces(key: string): readonly Place[] {
  const [, invoiceNo, headerSeqNo = FIRST_HEADER] = /^([^/]+)(?:\/(\d+))?$/.exec(key) ?? [];
  if (invoiceNo !== undefined) return [{ table: 'history', key: { invoiceNo, headerSeqNo } }];
  return ofCustomer(key).flatMap(({ customer, rest }) => {
    const [number, invoiceType, ...more] = rest.split('/');
    if (number === undefined || invoiceType === undefined || more.length > 0) return [];
    return [{ table: 'open' as const, key: { ...customer, invoiceNo: number, invoiceType } }];
  });
}

/** In the order of the keys. */
async function invoicesOf(tables: Tables, keys: readonly string[]): Promise<readonly Invoice[]> {
  const wanted = [...new Set(keys)];
  const places = wanted.flatMap((key) => invoicePlaces(key));
  const numbered = places.flatMap((place) => (place.table === 'history' ? [place.key] : []));
  const billed = places.flatMap((place) => (place.table === 'open' ? [place.key] : []));
  const history = byKey(await tables.invoiceHistory.byKeys(numbered, USABLE));
  const left = numbered.filter(
    ({ invoiceNo, headerSeqNo }) => headerSeqNo === FIRST_HEADER && !history.has(invoiceNo)
  );
  const unposted = byKey(
    await tables.unpostedInvoices.byKeys(
      left.map(({ invoiceNo }) => invoiceNo),
      USABLE
    )
  );
  const open = byKey((await tables.openInvoices.byKeys(billed, USABLE)).filter(isWithoutHistory));
  return wanted.flatMap((key) => history.get(key) ?? unposted.get(key) ?? open.get(key) ?? []);
}

/** The history, then what is not posted, then what receivables have without history. */
async function* scan(tables: Tables, after: string | undefined): AsyncGenerator<readonly Invoice[]> {
  const start = await startOf(tables, after);
  if (start.part === 'history')
    yield* tables.invoiceHistory.scan(start.after === undefined ? {} : { after: start.after });
  if (start.part !== 'open') {
    const options = start.part === 'unposted' ? { after: start.after } : {};
    for await (const page of tables.unpostedInvoices.scan(options))
      yield* filled(await notPosted(tables, page));
  }
  for await (const page of tables.openInvoices.scan(start.part === 'open' ? { after: start.after } : {}))
    yield* filled(page.filter(isWithoutHistory));
}

type Start =
  | { readonly part: 'history'; readonly after?: InvoiceKey }
  | { readonly part: 'unposted'; readonly after: string }
  | { readonly part: 'open'; readonly after: OpenInvoiceKey };

/** A number that no table has any more goes on in the history, which is the earlier part. */
async function startOf(tables: Tables, after: string | undefined): Promise<Start> {
  if (after === undefined) return { part: 'history' };
  const places = invoicePlaces(after);
  const [place] = places;
  if (place === undefined) return { part: 'history' };
  if (place.table === 'open') return { part: 'open', after: await openPlace(tables, after, place.key) };
  const { invoiceNo, headerSeqNo } = place.key;
  const [[posted], [unposted]] = await Promise.all([
    tables.invoiceHistory.byKeys([place.key], HEADS),
    headerSeqNo === FIRST_HEADER ? tables.unpostedInvoices.byKeys([invoiceNo], HEADS) : []
  ]);
  if (posted === undefined && unposted !== undefined) return { part: 'unposted', after: invoiceNo };
  return { part: 'history', after: place.key };
}

/** A customer's number may hold a stroke: the reading that Sage has a record for, else the likeliest. */
async function openPlace(tables: Tables, key: string, likeliest: OpenInvoiceKey): Promise<OpenInvoiceKey> {
  const places = invoicePlaces(key).flatMap((place) => (place.table === 'open' ? [place.key] : []));
  const [found] = places.length < 2 ? [] : await tables.openInvoices.byKeys(places, HEADS);
  return found ?? likeliest;
}

/** Unposted documents, without those under whose number another one was posted before: that one has the key. */
async function notPosted(tables: Tables, page: readonly Invoice[]): Promise<readonly Invoice[]> {
  const keys = page.map(({ invoiceNo }) => ({ invoiceNo, headerSeqNo: FIRST_HEADER }));
  const posted = byKey(await tables.invoiceHistory.byKeys(keys, HEADS));
  return page.filter(({ invoiceNo }) => !posted.has(invoiceNo));
}

function isWithoutHistory({ headerSeqNo }: Invoice): boolean {
  return headerSeqNo === null;
}

function keysOf(page: readonly Invoice[]): readonly string[] {
  return page.map((invoice) => recordKeys.invoice(invoice));
}

function byKey(invoices: readonly Invoice[]): ReadonlyMap<string, Invoice> {
  return new Map(invoices.map((invoice) => [recordKeys.invoice(invoice), invoice]));
}

function* filled<T>(page: readonly T[]): Generator<readonly T[]> {
  if (page.length > 0) yield page;
}
