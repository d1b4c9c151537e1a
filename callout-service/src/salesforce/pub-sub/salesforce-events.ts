import type { SalesforceConfiguration } from '../../config/salesforce.ts';
import type { Clock } from '../../telemetry/clock.ts';
import type { Logger } from '../../telemetry/logger.ts';
import type { SalesforceEvents } from '../port/salesforce-events.ts';
import type { SalesforceSession } from '../session/session.ts';
import { createConnector } from './connection.ts';
import { EventReader } from './event-reader.ts';
import type { EventStreamObserver } from './event-stream-observer.ts';
import type { Backoff } from './full-jitter.ts';
import { channelNames } from './channel-names.ts';
import { StreamSubscription } from './stream-subscription.ts';

export interface SalesforceEventsOptions {
  readonly configuration: Pick<
    SalesforceConfiguration,
    'namespace' | 'pubSubCaFile' | 'pubSubEndpoint' | 'requestTimeoutMs' | 'silenceTimeoutMs'
  >;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly observer?: EventStreamObserver;
  /** Between attempts to open a stream: a second at first and a minute at most, unless given. */
  readonly backoff?: Backoff;
}

/** The events of an org, to which streams of the Pub/Sub API are subscribed with the service's session. */
export type ClosableSalesforceEvents = SalesforceEvents & {
  /** Closes what is still subscribed; waits for events that are being processed. */
  close(): Promise<void>;
};

/**
 * Reads the certificate of `pubSubCaFile` at once; connects with the first subscription.
 * @throws Error when the file cannot be read.
 */
export function createSalesforceEvents(
  session: Pick<SalesforceSession, 'accepted' | 'refused' | 'ticket'>,
  { configuration, clock, logger, observer = {}, backoff = usualBackoff }: SalesforceEventsOptions
): ClosableSalesforceEvents {
  const { namespace, pubSubEndpoint, pubSubCaFile, requestTimeoutMs, silenceTimeoutMs } = configuration;
  const names = channelNames(namespace);
  const reader = new EventReader(names.plain);
  const connect = createConnector({ endpoint: pubSubEndpoint, caFile: pubSubCaFile, requestTimeoutMs });
  const shared = { session, connect, reader, silenceTimeoutMs, backoff, clock, logger, observer };
  const subscriptions = new Set<StreamSubscription>();
  return {
    subscribe(options) {
      const topicName = names.channel(options.channel);
      const subscription = new StreamSubscription({ ...shared, topicName }, options);
      subscriptions.add(subscription);
      return subscription;
    },
    async close() {
      await Promise.all([...subscriptions].map((subscription) => subscription.close()));
    }
  };
}

const usualBackoff: Backoff = { baseMs: 1_000, ceilingMs: 60_000 };
