import type { Store } from '../../store/port/store.ts';
import { lanes, topics } from '../lanes.ts';

/** Who is told when the stock of an item may have moved: each by a job of its own, which succeeds and fails by itself. */
const subscribers = [
  { subscriber: 'salesforce-records', lane: lanes.stockRecords },
  { subscriber: 'salesforce-events', lane: lanes.stockEvents }
] as const;

/** Subscribes everyone who tells of stock; at each start, since a subscription that stands is left as it is. */
export async function subscribeStock({ publications }: Pick<Store, 'publications'>): Promise<void> {
  for (const each of subscribers) await publications.subscribe({ topic: topics.stockChanged, ...each });
}
