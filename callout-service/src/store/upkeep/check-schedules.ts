import { sql, type Kysely } from 'kysely';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { StoreDialect } from '../dialect/store-dialect.ts';
import { slotsOf } from '../operation/schedule-slots.ts';
import type { StoreFinding } from '../port/upkeep.ts';
import type { StoreDatabase } from '../schema/store-database.ts';

/** Schedules that are switched on and have no next slot, though their cron has one; or whose cron is none. */
export async function schedulesThatStopped(
  within: Kysely<StoreDatabase>,
  dialect: StoreDialect
): Promise<readonly StoreFinding[]> {
  const schedules = await within
    .selectFrom('schedule')
    .select(['name', 'cron', 'time_zone', 'next_slot', sql<number>`${dialect.now()}`.as('now')])
    .where('enabled', '=', 1)
    .orderBy('name')
    .execute();
  return schedules.flatMap((schedule) => {
    const what = troubleOf(schedule);
    return what === undefined ? [] : [{ what, subject: `schedule ${schedule.name}` }];
  });
}

interface Row {
  readonly cron: string;
  readonly time_zone: string;
  readonly next_slot: number | null;
  readonly now: number;
}

function troubleOf({ cron, time_zone: timeZone, next_slot: nextSlot, now }: Row): string | undefined {
  try {
    const comes = slotsOf({ cron, timeZone }).after(now);
    return nextSlot === null && comes !== undefined
      ? 'a schedule is switched on and would never fire'
      : undefined;
  } catch (error) {
    if (!(error instanceof LedgerBridgeError)) throw error;
    return `a schedule cannot be understood: ${error.message}`;
  }
}
