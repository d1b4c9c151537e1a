import type { NewJob } from '../../store/port/job.ts';
import type { StoreContent } from '../../store/port/store.ts';
import { isSpecialItemCode, sageItemCode } from '../../rules/product-reference/product-reference.ts';
import { lanes, topics } from '../lanes.ts';
import type { OrderWriteBack, StockChange } from '../write-back/payloads.ts';
import { objectOf } from '../write-back/record-object.ts';
import { findShown, putShown, shownKeys, type ShownEntry } from '../write-back/shown-links.ts';
import { digestOf, type Shown } from '../write-back/shown-order.ts';

/** A linked order as Sage has it now. */
export interface FoundOrder {
  readonly orderKey: string;
  readonly salesOrderNo: string;
  readonly shown: Shown;
}

/**
 * Hands over, in one transaction, what differs from what was last written or handed over, and remembers that it was: the
 * same finding again makes no second job. Gives back the orders that differed.
 */
export async function noticeOrders(
  within: StoreContent,
  orders: readonly FoundOrder[]
): Promise<readonly FoundOrder[]> {
  const known = await findShown(
    within,
    orders.map(({ salesOrderNo }) => salesOrderNo)
  );
  const news = orders.filter((order) => known.get(order.salesOrderNo)?.noticed !== digestOf(order.shown));
  const taken = await shownKeys(
    within,
    news.map(({ orderKey }) => orderKey)
  );
  const jobs: NewJob[] = [];
  for (const order of news) {
    const before = known.get(order.salesOrderNo);
    const entry = noticed(order, before);
    // Of an order that is new there is nothing to give way.
    await putShown(within, entry, before ?? (taken.has(order.orderKey) ? undefined : entry));
    if (!(await isAwaited(within, order))) jobs.push(jobOf(entry));
  }
  await within.jobs.enqueueAll(jobs);
  await tellStock(within, news);
  return news;
}

/** What was held, shipped or changed in Sage moved the stock of its items too; of an order that is gone they are not known. */
async function tellStock({ publications }: StoreContent, news: readonly FoundOrder[]): Promise<void> {
  const codes = news.flatMap(({ shown }) => (shown.gone ? [] : shown.lines.map(({ itemCode }) => itemCode)));
  const items = new Set(codes.filter((code) => code !== null).map(sageItemCode));
  for (const itemCode of [...items].filter((code) => !isSpecialItemCode(code)).sort()) {
    const payload: StockChange = { itemCode, because: 'An order of it changed in Sage.' };
    await publications.publish({ topic: topics.stockChanged, key: itemCode, payload });
  }
}

/** A job that has not begun reads Sage itself, and so writes this too. */
async function isAwaited({ jobs }: StoreContent, { orderKey }: FoundOrder): Promise<boolean> {
  const lane = lanes.orderWriteBack;
  const waiting = await jobs.list({ lane, key: orderKey, states: ['waiting', 'ready'], limit: 1 });
  return waiting.length > 0;
}

function noticed({ orderKey, salesOrderNo, shown }: FoundOrder, before: ShownEntry | undefined): ShownEntry {
  const told = before ?? { written: null, status: null, records: recordOf(orderKey), final: false };
  return { ...told, orderKey, salesOrderNo, noticed: digestOf(shown) };
}

/** The record that an order came from is the one whose id is its key. */
function recordOf(orderKey: string): ShownEntry['records'] {
  const object = objectOf(orderKey);
  return object === 'Opportunity' || object === 'Order' ? [{ object, recordId: orderKey }] : [];
}

function jobOf({ orderKey, salesOrderNo, records }: ShownEntry): NewJob {
  const payload: OrderWriteBack = {
    orderKey,
    records: [...records],
    salesOrderNo,
    state: 'Done',
    code: null,
    message: null,
    requestedAt: null
  };
  return { lane: lanes.orderWriteBack, key: orderKey, payload };
}
