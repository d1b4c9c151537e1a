import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { EventBus, OrgEvent } from './org-event.ts';

const keptForMs = 72 * 60 * 60 * 1000;

/** Makes the event bus of an org. */
export function createEventBus(clock: Clock): EventBus {
  const listeners = new Set<(event: OrgEvent) => void>();
  const events = new Map<string, OrgEvent[]>();
  let lastReplayId = 0n;

  const dropExpired = (eventName: string): OrgEvent[] => {
    const oldest = clock.now().getTime() - keptForMs;
    const kept = (events.get(eventName) ?? []).filter(({ publishedAt }) => publishedAt.getTime() >= oldest);
    events.set(eventName, kept);
    return kept;
  };

  return {
    publish: ({ eventName, values, publishedById }) => {
      lastReplayId += 1n;
      const event: OrgEvent = {
        eventName,
        replayId: lastReplayId,
        uuid: randomUUID(),
        publishedAt: clock.now(),
        publishedById,
        payload: values
      };
      dropExpired(eventName).push(event);
      for (const listener of listeners) listener(event);
      return event;
    },
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    kept: dropExpired,
    clear: () => events.clear()
  };
}
