import type { SalesOrder } from '../../canonical/sales-order.ts';
import type { SageRecords } from '../../sage/port/sage-records.ts';
import type { Store, StoreContent } from '../../store/port/store.ts';

/** Link of an order in Salesforce and its sales order in Sage. */
export const ORDER_LINK = 'sales-order';

/** Tables whose stamps are looked at, with the cursor that says how far. */
const SOURCES = [
  { cursor: 'sage:SO_SalesOrderHeader', reads: 'salesOrders' },
  { cursor: 'sage:SO_SalesOrderHistoryHeader', reads: 'salesOrderHistory' }
] as const;

/**
 * How far before the watermark is looked again: for clocks of workstations, transactions that took long, and the hour that
 * comes twice when daylight saving time ends.
 */
export const OVERLAP_MINUTES = 120;

/** Headers in one page: their keys go to Sage in one statement. */
const PAGE_SIZE = 200;

/** A linked order: its number in Sage and its key in Salesforce. */
export type LinkedOrders = Map<string, string>;

export interface ChangeReadings {
  readonly sage: { readonly records: Pick<SageRecords, 'salesOrders' | 'salesOrderHistory'> };
  readonly store: Pick<Store, 'cursors' | 'links'>;
  readonly signal: AbortSignal;
}

/** Moves a cursor; in the transaction that acknowledges the job. */
export type CursorMove = (within: StoreContent) => Promise<void>;

/**
 * Adds the linked orders whose header or history has changed since the watermarks, and gives back what moves them. Only
 * headers are read of orders that nobody linked.
 */
export async function addChangedOrders(
  found: LinkedOrders,
  now: string,
  readings: ChangeReadings
): Promise<readonly CursorMove[]> {
  const moves: CursorMove[] = [];
  for (const { cursor: name, reads } of SOURCES) {
    const stands = (await readings.store.cursors.find(name))?.value;
    const window = { since: stands ?? now, overlapMinutes: OVERLAP_MINUTES };
    const pages = readings.sage.records[reads].changedSince(window, {
      withLines: false,
      pageSize: PAGE_SIZE
    });
    let latest = stands;
    for await (const page of pages) {
      readings.signal.throwIfAborted();
      await addLinked(found, page, readings);
      latest = laterOf(latest, page);
    }
    const watermark = watermarkOf(latest, now);
    if (watermark !== stands) moves.push((within) => within.cursors.move(name, stands, watermark));
  }
  return moves;
}

/**
 * The latest stamp that was seen, so that Sage's clock alone counts; but never later than now, since one stamp of a clock
 * that is ahead would hide what comes after.
 */
function watermarkOf(latest: string | undefined, now: string): string {
  return latest === undefined || latest > now ? now : latest;
}

async function addLinked(
  found: LinkedOrders,
  page: readonly SalesOrder[],
  { store }: ChangeReadings
): Promise<void> {
  const numbers = page.map(({ salesOrderNo }) => salesOrderNo);
  const links = await store.links.bySageKeys(ORDER_LINK, numbers);
  for (const { sageKey, salesforceId } of links) found.set(sageKey, salesforceId);
}

/** Moments are texts of one form, in UTC with milliseconds, so that they compare as texts. */
function laterOf(latest: string | undefined, page: readonly SalesOrder[]): string | undefined {
  return page.reduce((last, { updatedAt, createdAt }) => {
    const stamp = updatedAt ?? createdAt;
    return stamp !== null && (last === undefined || stamp > last) ? stamp : last;
  }, latest);
}
