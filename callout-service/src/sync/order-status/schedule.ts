import type { Store } from '../../store/port/store.ts';
import { lanes } from '../lanes.ts';

/** Name of the schedule in the store; it never changes. */
export const orderStatusSchedule = 'order-status';

/** Has orders looked at every so many minutes, 1 to 59; to be called at each start. */
export async function scheduleOrderStatus(
  { schedules }: Pick<Store, 'schedules'>,
  everyMinutes: number
): Promise<void> {
  await schedules.put({
    name: orderStatusSchedule,
    cron: everyMinutes === 1 ? '* * * * *' : `*/${everyMinutes} * * * *`,
    timeZone: 'UTC',
    lane: lanes.orderStatus,
    payload: {},
    enabled: true
  });
}
