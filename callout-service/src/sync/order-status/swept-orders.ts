import type { Store, StoreContent } from '../../store/port/store.ts';
import { shownEntities } from '../write-back/shown-links.ts';
import type { CursorMove, LinkedOrders } from './changed-orders.ts';

/** When every order that may still change was last looked at. */
const SWEPT = 'sage:linked-sales-orders';
const MINUTE_MS = 60_000;
const PAGE_SIZE = 1_000;

/**
 * Adds every linked order that is neither completed nor cancelled, when that was last done long enough ago. Stamps do not
 * tell everything: lines and invoices have none of their own, whether posting an invoice stamps the order's header depends
 * on the release, an import may leave stamps alone, and what was deleted has none.
 */
export async function addSweptOrders(
  found: LinkedOrders,
  now: string,
  { store, everyMinutes }: { readonly store: Pick<Store, 'cursors' | 'links'>; readonly everyMinutes: number }
): Promise<readonly CursorMove[]> {
  const swept = await store.cursors.find(SWEPT);
  if (swept !== undefined && Date.parse(now) - Date.parse(swept.value) < everyMinutes * MINUTE_MS) return [];
  for (let after: string | undefined; ;) {
    const page = await store.links.page(shownEntities.open, PAGE_SIZE, after);
    for (const { sageKey, salesforceId } of page) found.set(sageKey, salesforceId);
    after = page.at(-1)?.sageKey;
    if (after === undefined) break;
  }
  return [(within: StoreContent) => within.cursors.move(SWEPT, swept?.value, now)];
}
