import type { ReceivedEvent } from '../../salesforce/port/salesforce-events.ts';
import type { Store } from '../../store/port/store.ts';
import type { Clock } from '../../telemetry/clock.ts';
import type { Logger } from '../../telemetry/logger.ts';
import type { EventPlace } from './event-place.ts';
import { jobOfEvent, type JobOfEvent } from './job-of-event.ts';
import { renewDead } from './renew-dead.ts';
import { takeAgainst } from './take-against.ts';

export interface TakingParts {
  readonly store: Store;
  readonly place: EventPlace;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Keep-alives come every few minutes or seconds: the place is written at most this often for them. */
const KEEP_ALIVE_MS = 60_000;

/** Makes what takes a batch: all its jobs and the place after it, in one transaction, or nothing. */
export function createTaker(parts: TakingParts) {
  const { place, clock } = parts;
  let movedAt = -Infinity;
  return async (events: readonly ReceivedEvent[], latest: string): Promise<void> => {
    const now = clock().toMillis();
    const isKeepAlive = events.length === 0;
    if (isKeepAlive && (place.isAt(latest) || now - movedAt < KEEP_ALIVE_MS)) return;
    await takeAgainst(() => take(parts, events, latest));
    movedAt = now;
  };
}

async function take(
  { store, place, logger }: TakingParts,
  events: readonly ReceivedEvent[],
  latest: string
): Promise<void> {
  const { taken, standsAt } = await store.transaction(async (within) => {
    const made: JobOfEvent[] = [];
    for (const event of events) made.push(await jobOfEvent(within, event));
    const enqueued = await within.jobs.enqueueAll(made.map(({ job }) => job));
    const nothingNew = enqueued.every(({ duplicate }) => duplicate);
    const taken = made.map((each, index) => ({ ...each, ...enqueued[index] }));
    await renewDead(
      within,
      taken.flatMap(({ job, duplicate }) => (duplicate === false ? (job.key ?? []) : []))
    );
    return { taken, standsAt: await place.move(within, latest, nothingNew) };
  });
  place.standsAt(standsAt);
  for (const { id, duplicate, faults } of taken) {
    if (faults && duplicate === false) {
      logger.warn({ job: id, faults }, 'An event of the org cannot be read; it is kept as a dead letter');
    }
  }
}
