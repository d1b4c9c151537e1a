import { entryName } from '../entry-text.ts';
import type { EnqueuedJob } from '../port/job.ts';
import type { Publication, Publications, Subscription } from '../port/publications.ts';
import { reading } from '../reading.ts';
import type { StoreContext } from '../store-context.ts';
import { enqueueDrafts } from './enqueue.ts';
import { draftsOf, type JobDraft } from './job-draft.ts';

/** One-to-many delivery, in the database itself or within one transaction. */
export function createPublications(context: StoreContext): Publications {
  return {
    async subscribe(subscription) {
      entryName(subscription.topic, 'topic of the subscription');
      entryName(subscription.subscriber, 'subscriber of the subscription');
      entryName(subscription.lane, 'lane of the subscription');
      await context.inTransaction(({ database }) =>
        database
          .insertInto('subscription')
          .values(subscription)
          .onConflict((conflict) =>
            conflict.columns(['topic', 'subscriber']).doUpdateSet({ lane: subscription.lane })
          )
          .execute()
      );
    },
    async unsubscribe(topic, subscriber) {
      await context.inTransaction(({ database }) =>
        database
          .deleteFrom('subscription')
          .where('topic', '=', topic)
          .where('subscriber', '=', subscriber)
          .execute()
      );
    },
    subscriptions: (topic) => subscriptionsTo(context, topic),
    publish: (publication) => publish(context, publication)
  };
}

function subscriptionsTo(context: StoreContext, topic: string | undefined): Promise<readonly Subscription[]> {
  return reading(context, (database) => {
    const query = database.selectFrom('subscription').selectAll().orderBy('topic').orderBy('subscriber');
    return (topic === undefined ? query : query.where('topic', '=', topic)).execute();
  });
}

function publish(context: StoreContext, publication: Publication): Promise<readonly EnqueuedJob[]> {
  return context.inTransaction(async (within) => {
    const subscriptions = await subscriptionsTo(within, publication.topic);
    return enqueueDrafts(within, draftsFor(subscriptions, publication));
  });
}

/** Each subscriber has its own idempotency key, also where two share a lane. */
function draftsFor(
  subscriptions: readonly Subscription[],
  { payload, key, idempotencyKey }: Publication
): readonly JobDraft[] {
  const drafts = draftsOf(
    subscriptions.map(({ lane }) => ({
      lane,
      payload,
      ...(key === undefined ? {} : { key }),
      ...(idempotencyKey === undefined ? {} : { idempotencyKey })
    }))
  );
  return drafts.map((draft, index) => {
    const { request } = draft;
    const { topic, subscriber } = subscriptions[index] ?? {};
    if (request === undefined) return draft;
    return { ...draft, request: { ...request, scope: `publication:${JSON.stringify([topic, subscriber])}` } };
  });
}
