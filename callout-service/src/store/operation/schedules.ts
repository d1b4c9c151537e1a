import { isoOrUndefined } from '../moment.ts';
import type { Schedules, StoredSchedule } from '../port/schedules.ts';
import { reading } from '../reading.ts';
import type { StoreContext } from '../store-context.ts';
import { fireDue } from './schedule-firing.ts';
import { putSchedule } from './schedule-put.ts';
import { scheduleOf } from './schedule-rows.ts';

/** Schedules, working with the database itself or within one transaction. */
export function createSchedules(context: StoreContext): Schedules {
  return {
    put: (schedule) => putSchedule(context, schedule),
    async remove(name) {
      const removed = await context.inTransaction(({ database }) =>
        database.deleteFrom('schedule').where('name', '=', name).returning('name').execute()
      );
      return removed.length > 0;
    },
    find: (name) => findSchedule(context, name),
    async all() {
      const rows = await reading(context, (database) =>
        database.selectFrom('schedule').selectAll().orderBy('name').execute()
      );
      return rows.map(scheduleOf);
    },
    fireDue: () => fireDue(context),
    async nextSlot() {
      const row = await reading(context, (database) =>
        database
          .selectFrom('schedule')
          .select(({ fn }) => fn.min('next_slot').as('next'))
          .executeTakeFirst()
      );
      return isoOrUndefined(row?.next ?? null);
    }
  };
}

async function findSchedule(context: StoreContext, name: string): Promise<StoredSchedule | undefined> {
  const row = await reading(context, (database) =>
    database.selectFrom('schedule').selectAll().where('name', '=', name).executeTakeFirst()
  );
  return row === undefined ? undefined : scheduleOf(row);
}
