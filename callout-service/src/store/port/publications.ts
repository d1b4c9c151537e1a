import type { EnqueuedJob } from './job.ts';

/**
 * Who gets what is published: one job in its lane for each publication. Subscribers that share a lane share the order of
 * its keys, and so its dead jobs.
 */
export interface Subscription {
  readonly topic: string;
  readonly subscriber: string;
  readonly lane: string;
}

/** What is told to every subscriber of a topic. */
export interface Publication {
  readonly topic: string;
  readonly key?: string;
  readonly payload: unknown;
  /** A second publication with the same one reaches nobody twice. */
  readonly idempotencyKey?: string;
}

/** One-to-many delivery. Each subscriber's job succeeds, fails and waits by itself. */
export interface Publications {
  /** A subscription that stands already takes over the lane. */
  subscribe(subscription: Subscription): Promise<void>;
  /** What was published before is still delivered. */
  unsubscribe(topic: string, subscriber: string): Promise<void>;
  subscriptions(topic?: string): Promise<readonly Subscription[]>;
  /** One job per subscriber, all or none, in the publisher's transaction. */
  publish(publication: Publication): Promise<readonly EnqueuedJob[]>;
}
