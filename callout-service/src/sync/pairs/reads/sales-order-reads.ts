import type { SalesOrder } from '../../../canonical/sales-order.ts';
import type { SageRecords } from '../../../sage/port/sage-records.ts';
import type { PairReads } from '../object-pair.ts';

type Tables = Pick<SageRecords, 'salesOrders' | 'salesOrderHistory'>;

const USABLE = { passOverUnusable: true } as const;
const HEADS = { ...USABLE, withLines: false } as const;

/**
 * Orders by their number, open or finished: an order that leaves the open table is in the history under the same number,
 * and what is open is read as it stands open, since the history follows it only when it is posted.
 */
export function salesOrderReads(tables: Tables): PairReads<SalesOrder> {
  return {
    byKeys: (keys) => ordersOf(tables, keys),
    scan: (after) => scan(tables, after),
    async *changedSince(window) {
      yield* tables.salesOrders.changedSince(window);
      for await (const page of tables.salesOrderHistory.changedSince(window)) {
        yield* filled(await asTheyStand(tables, page));
      }
    }
  };
}

/** In the order of the keys. */
async function ordersOf(tables: Tables, keys: readonly string[]): Promise<readonly SalesOrder[]> {
  const wanted = [...new Set(keys)].filter((key) => key !== '');
  const open = byNumber(await tables.salesOrders.byKeys(wanted, USABLE));
  const others = wanted.filter((key) => !open.has(key));
  const finished = byNumber(await tables.salesOrderHistory.byKeys(others, USABLE));
  return wanted.flatMap((key) => open.get(key) ?? finished.get(key) ?? []);
}

/**
 * First what the history knows, open orders among it, then open ones that it does not know: so an order that is finished
 * during the scan is seen all the same, as long as Sage keeps history of it.
 */
async function* scan(tables: Tables, after: string | undefined): AsyncGenerator<readonly SalesOrder[]> {
  const inOpenPart = after !== undefined && (await isOpenOnly(tables, after));
  if (!inOpenPart) {
    const options = after === undefined ? {} : { after };
    for await (const page of tables.salesOrderHistory.scan(options))
      yield* filled(await asTheyStand(tables, page));
  }
  for await (const page of tables.salesOrders.scan(inOpenPart ? { after } : {})) {
    const known = byNumber(await tables.salesOrderHistory.byKeys(numbersOf(page), HEADS));
    yield* filled(page.filter(({ salesOrderNo }) => !known.has(salesOrderNo)));
  }
}

/** A key that neither table has goes on in the history, which is the earlier part. */
async function isOpenOnly(tables: Tables, key: string): Promise<boolean> {
  const [[open], [finished]] = await Promise.all([
    tables.salesOrders.byKeys([key], HEADS),
    tables.salesOrderHistory.byKeys([key], HEADS)
  ]);
  return open !== undefined && finished === undefined;
}

/** Orders of the history, those that are open as they stand there. */
async function asTheyStand(tables: Tables, page: readonly SalesOrder[]): Promise<readonly SalesOrder[]> {
  const open = byNumber(await tables.salesOrders.byKeys(numbersOf(page), USABLE));
  return page.map((order) => open.get(order.salesOrderNo) ?? order);
}

function numbersOf(orders: readonly SalesOrder[]): readonly string[] {
  return orders.map(({ salesOrderNo }) => salesOrderNo);
}

function byNumber(orders: readonly SalesOrder[]): ReadonlyMap<string, SalesOrder> {
  return new Map(orders.map((order) => [order.salesOrderNo, order]));
}

function* filled<T>(page: readonly T[]): Generator<readonly T[]> {
  if (page.length > 0) yield page;
}
