import { sql } from 'kysely';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { entryName } from '../entry-text.ts';
import { jsonText } from '../json-text.ts';
import type { Schedule, StoredSchedule } from '../port/schedules.ts';
import type { StoreContext } from '../store-context.ts';
import { presentMoment } from '../present-moment.ts';
import { scheduleOf } from './schedule-rows.ts';
import { slotsOf } from './schedule-slots.ts';

/** Room for `@` and the slot in the idempotency key of its jobs. */
const MAX_NAME_CHARACTERS = 200;

/** Adds or replaces a schedule, as the port says. */
export async function putSchedule(context: StoreContext, schedule: Schedule): Promise<StoredSchedule> {
  const slots = slotsOf(schedule);
  const name = scheduleName(schedule.name);
  const settings = {
    cron: schedule.cron,
    time_zone: schedule.timeZone,
    lane: entryName(schedule.lane, 'lane of the schedule'),
    key: schedule.key === undefined ? null : entryName(schedule.key, 'key of the schedule'),
    payload_json: jsonText(schedule.payload, 'payload of the schedule'),
    enabled: schedule.enabled ? 1 : 0
  };
  return context.inTransaction(async (within) => {
    const next = schedule.enabled ? (slots.after(await presentMoment(within)) ?? null) : null;
    const stored = await within.database
      .insertInto('schedule')
      .values({ name, ...settings, next_slot: next })
      .onConflict((conflict) =>
        conflict.column('name').doUpdateSet({ ...settings, next_slot: standingOrNewSlot })
      )
      .returningAll()
      .executeTakeFirstOrThrow();
    return scheduleOf(stored);
  });
}

function scheduleName(name: string): string {
  if (name.length <= MAX_NAME_CHARACTERS) return entryName(name, 'name of the schedule');
  throw new LedgerBridgeError('LB616', {
    detail: `The name of the schedule is longer than ${MAX_NAME_CHARACTERS} characters.`
  });
}

// A service puts its schedules at each start: a slot that came while it was down must still be found. In one statement
// with the write, so that a firing at the same moment is not undone.
const standingOrNewSlot = sql<number | null>`case when schedule.cron = excluded.cron
  and schedule.time_zone = excluded.time_zone and schedule.enabled = excluded.enabled
  then schedule.next_slot else excluded.next_slot end`;
