import type { Selectable } from 'kysely';
import { createJobs } from '../jobs/jobs.ts';
import { isoOf } from '../moment.ts';
import type { Firing, StoredSchedule } from '../port/schedules.ts';
import { reading } from '../reading.ts';
import type { ScheduleTable } from '../schema/operation-tables.ts';
import type { StoreContext } from '../store-context.ts';
import { presentMoment } from '../present-moment.ts';
import { scheduleOf } from './schedule-rows.ts';
import { slotsOf } from './schedule-slots.ts';

/** Fires every schedule whose slot has come, each in a transaction of its own; as the port says. */
export async function fireDue(context: StoreContext): Promise<readonly Firing[]> {
  const firings: Firing[] = [];
  const failures: unknown[] = [];
  for (const name of await dueNames(context)) {
    try {
      const firing = await context.inTransaction((within) => fireIfDue(within, name));
      if (firing !== undefined) firings.push(firing);
    } catch (error) {
      failures.push(error);
    }
  }
  // One schedule that cannot be fired must not keep the others from it; but it is not passed over either.
  if (failures.length > 0) throw failures[0];
  return firings;
}

async function dueNames(context: StoreContext): Promise<readonly string[]> {
  const due = await reading(context, (database) =>
    database
      .selectFrom('schedule')
      .select('name')
      .where('next_slot', '<=', context.dialect.now())
      .orderBy('next_slot')
      .orderBy('name')
      .execute()
  );
  return due.map(({ name }) => name);
}

/** Undefined when another instance has this slot, or just had it. */
async function fireIfDue(within: StoreContext, name: string): Promise<Firing | undefined> {
  const due = within.database
    .selectFrom('schedule')
    .selectAll()
    .where('name', '=', name)
    .where('next_slot', '<=', within.dialect.now());
  const row = await within.dialect.skipLocked(due).executeTakeFirst();
  return row === undefined || row.next_slot === null ? undefined : fire(within, row, row.next_slot);
}

async function fire(
  within: StoreContext,
  row: Selectable<ScheduleTable>,
  first: number
): Promise<Firing | undefined> {
  const schedule = scheduleOf(row);
  const slots = slotsOf(schedule);
  const now = await presentMoment(within);
  const { latest, before } = slots.passed(first, now);
  const job = await enqueueFor(within, schedule, isoOf(latest));
  await within.database
    .updateTable('schedule')
    .set({ next_slot: slots.after(now) ?? null, last_slot: latest })
    .where('name', '=', schedule.name)
    .execute();
  if (job === undefined) return undefined;
  return { schedule: schedule.name, slot: isoOf(latest), jobId: job, missed: before };
}

/** Undefined when the slot had its job before, which only a clock that was set back can bring about. */
async function enqueueFor(
  within: StoreContext,
  schedule: StoredSchedule,
  slot: string
): Promise<number | undefined> {
  const [enqueued] = await createJobs(within).enqueueAll([
    {
      lane: schedule.lane,
      ...(schedule.key === undefined ? {} : { key: schedule.key }),
      payload: { ...schedule.payload, slot },
      idempotencyKey: `${schedule.name}@${slot}`
    }
  ]);
  return enqueued === undefined || enqueued.duplicate ? undefined : enqueued.id;
}
