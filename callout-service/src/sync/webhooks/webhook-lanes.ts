import type { Store } from '../../store/port/store.ts';
import { lanes, topics } from '../lanes.ts';
import type { Webhook } from './webhook.ts';

const PREFIX = `${lanes.webhook}:`;

/**
 * The lane of a webhook, as `webhook:warehouse`: one for each, since subscribers that share a lane share the order of its
 * keys, and a receiver that is down must not hold others back.
 */
export function webhookLane({ name }: Pick<Webhook, 'name'>): string {
  return `${PREFIX}${name}`;
}

/** Subscribes the webhooks to changed records, and those that are configured no longer not; at each start. */
export async function subscribeWebhooks(
  { publications }: Pick<Store, 'publications'>,
  webhooks: readonly Pick<Webhook, 'name'>[]
): Promise<void> {
  const topic = topics.recordChanged;
  const wanted = new Set(webhooks.map(webhookLane));
  for (const { subscriber } of await publications.subscriptions(topic)) {
    if (subscriber.startsWith(PREFIX) && !wanted.has(subscriber))
      await publications.unsubscribe(topic, subscriber);
  }
  for (const lane of wanted) await publications.subscribe({ topic, subscriber: lane, lane });
}
