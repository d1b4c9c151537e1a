import type { RecordsChanged, ReceivedEvent } from '../../salesforce/port/salesforce-events.ts';
import type { NewJob } from '../../store/port/job.ts';
import type { Store } from '../../store/port/store.ts';
import type { Clock } from '../../telemetry/clock.ts';
import { lanes } from '../lanes.ts';
import type { EventPlace } from '../order-request/event-place.ts';
import { renewDead } from '../order-request/renew-dead.ts';
import { takeAgainst } from '../order-request/take-against.ts';
import type { ChangeInterest, ChangeInterests } from './change-interest.ts';
import { knownUntil, moveKnownUntil } from './known-until.ts';
import type { OwnChanges } from './own-changes.ts';
import { becauseOf, concerns, jobsOf } from './record-change.ts';
import { reread, type RereadParts } from './reread.ts';

export interface ChangeTakingParts extends RereadParts {
  readonly store: Store;
  readonly object: string;
  readonly channel: string;
  readonly place: EventPlace;
  readonly interests: ChangeInterests;
  readonly own: OwnChanges;
  readonly clock: Clock;
}

/** Keep-alives come every few minutes or seconds: the place is written at most this often for them. */
const KEEP_ALIVE_MS = 60_000;

/** A change that concerns somebody, with the event that told it. */
interface Wanted {
  readonly eventId: string;
  readonly change: RecordsChanged;
}

/**
 * Makes what takes a batch: the jobs of its changes and the place after it in one transaction, or nothing. What an event
 * could not tell is found by a query before that.
 */
export function createChangeTaker(parts: ChangeTakingParts) {
  const { place, clock } = parts;
  let movedAt = -Infinity;
  return async (events: readonly ReceivedEvent[], latest: string): Promise<void> => {
    const now = clock().toMillis();
    const isKeepAlive = events.length === 0;
    if (isKeepAlive && (place.isAt(latest) || now - movedAt < KEEP_ALIVE_MS)) return;
    const interests = (await parts.interests()).filter(
      ({ salesforceObject }) => salesforceObject === parts.object
    );
    await rereadUntold(parts, interests, events);
    const wanted = await othersChanges(parts.own, events);
    const until = isKeepAlive ? clock().toISO() : lastMoment(events);
    await takeAgainst(() => take(parts, { interests, wanted, latest, until }));
    movedAt = now;
  };
}

/** An overflow names no records, and what cannot be read may be any. */
async function rereadUntold(
  parts: ChangeTakingParts,
  interests: readonly ChangeInterest[],
  events: readonly ReceivedEvent[]
): Promise<void> {
  const untold = events.filter(({ change }) => change === undefined || change.type === 'gap-overflow');
  const [first] = untold;
  if (first === undefined) return;
  const since = first.change?.committedAt ?? (await knownUntil(parts.store, parts.channel));
  const reason = first.change?.type ?? first.unreadable?.code ?? 'unknown';
  await reread(parts, { object: parts.object, interests, since, reason });
}

async function othersChanges(own: OwnChanges, events: readonly ReceivedEvent[]): Promise<Wanted[]> {
  const wanted: Wanted[] = [];
  for (const { change, eventId } of events) {
    if (change === undefined || change.recordIds.length === 0) continue;
    if (!(await own.isOwn(change))) wanted.push({ change, eventId });
  }
  return wanted;
}

function lastMoment(events: readonly ReceivedEvent[]): string | undefined {
  return events
    .flatMap(({ change }) => change?.committedAt ?? [])
    .toSorted()
    .at(-1);
}

interface Batch {
  readonly interests: readonly ChangeInterest[];
  readonly wanted: readonly Wanted[];
  readonly latest: string;
  readonly until: string | undefined;
}

async function take(
  { store, place, channel }: ChangeTakingParts,
  { interests, wanted, latest, until }: Batch
): Promise<void> {
  const standsAt = await store.transaction(async (within) => {
    const jobs: NewJob[] = [];
    for (const interest of interests)
      jobs.push(...(await jobsOf(within, interest, changesFor(interest, wanted))));
    const enqueued = await within.jobs.enqueueAll(jobs);
    const isNew = (index: number) => enqueued[index]?.duplicate === false;
    // Who changes a record has corrected it, and must not be held up by the failure of before.
    const changed = jobs.flatMap(({ key }, index) => (isNew(index) ? (key ?? []) : []));
    await renewDead(within, changed, lanes.recordInStep);
    if (until !== undefined) await moveKnownUntil(within, channel, until);
    return place.move(within, latest, changed.length === 0);
  });
  place.standsAt(standsAt);
}

function changesFor(interest: ChangeInterest, wanted: readonly Wanted[]) {
  return wanted
    .filter(({ change }) => concerns(change, interest))
    .flatMap(({ change, eventId }) =>
      change.recordIds.map((salesforceId) => ({
        salesforceId,
        because: becauseOf(change.type),
        identity: `event:${eventId}`
      }))
    );
}
