import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { SalesforceError } from '../errors/salesforce-error.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Schema } from '../schema/schema.ts';
import { changeEventName } from './change-event.ts';
import { EventLog } from './event-log.ts';
import type { EventBus, EventLimits, OrgEvent } from './org-event.ts';
import { ReplayIds } from './replay-ids.ts';
import { keptForMs } from './retention.ts';
import { RollingCount } from './rolling-count.ts';

const hourMs = 60 * 60 * 1000;

/** Makes the event bus of an org. */
export function createEventBus(clock: Clock, schema: Schema): EventBus {
  const automation = new Set<(event: OrgEvent) => void>();
  const readers = new Set<(event: OrgEvent) => void>();
  const logs = new Map<string, EventLog>();
  const replayIds = new ReplayIds(clock);
  const published = new RollingCount(clock, hourMs);
  const delivered = new RollingCount(clock, 24 * hourMs);
  let limits: EventLimits = {};

  const logOf = (eventName: string): EventLog => {
    const log = logs.get(eventName) ?? new EventLog();
    logs.set(eventName, log);
    log.dropBefore(clock.now().getTime() - keptForMs);
    return log;
  };

  const store = (event: Omit<OrgEvent, 'publishedAt' | 'replayId' | 'uuid'>): OrgEvent => {
    const stored = { ...event, replayId: replayIds.next(), uuid: randomUUID(), publishedAt: clock.now() };
    logOf(stored.eventName).add(stored);
    for (const reader of readers) reader(stored);
    return stored;
  };

  return {
    publish: ({ eventName, values, publishedById, startsAutomation = true }) => {
      const object = platformEvent(schema, eventName);
      if (limits.hourlyPublished !== undefined && published.value >= limits.hourlyPublished) {
        throw new SalesforceError(400, 'LIMIT_EXCEEDED', 'The hourly publishing limit was exceeded');
      }
      published.add(1);
      const event = store({ eventName: object.name, payload: values, publishedById, object });
      if (startsAutomation) for (const listener of automation) listener(event);
      return event;
    },
    publishChange: ({ object, header, values }) => {
      const eventName = changeEventName(object.name);
      return store({ eventName, payload: values, publishedById: header.commitUser, header, object });
    },
    onEvent: (listener) => listen(automation, listener),
    onStored: (listener) => listen(readers, listener),
    kept: (eventName) => logOf(eventName).all,
    after: (eventNames, replayId, limit) => merged(eventNames.map(logOf), replayId, limit),
    tip: () => replayIds.tip(),
    knows: (replayId) => replayIds.knows(replayId),
    countDelivered: (count) => {
      const { dailyDelivered } = limits;
      if (dailyDelivered !== undefined && delivered.value + count > dailyDelivered) return false;
      delivered.add(count);
      return true;
    },
    usage: () => ({ publishedInHour: published.value, deliveredInDay: delivered.value }),
    limits: () => limits,
    setLimits: (wanted) => {
      limits = wanted;
    },
    clear: () => {
      logs.clear();
      limits = {};
      for (const part of [replayIds, published, delivered]) part.clear();
    }
  };
}

function platformEvent(schema: Schema, eventName: string): ObjectDefinition {
  const object = schema.object(eventName);
  if (object?.options.kind === 'platformEvent') return object;
  throw new SalesforceError(
    400,
    'INVALID_TYPE',
    `sObject type '${eventName}' is not supported as a platform event.`
  );
}

/** A channel of several events reads their logs, each in order, as one. */
function merged(logs: readonly EventLog[], replayId: bigint, limit: number): readonly OrgEvent[] {
  const events = logs.map((log) => log.after(replayId, limit));
  if (events.length === 1) return events[0] ?? [];
  return events
    .flat()
    .toSorted((a, b) => (a.replayId < b.replayId ? -1 : 1))
    .slice(0, limit);
}

function listen<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
