import type { Alarm } from '../../alerts/alert-notice.ts';
import type { Gate } from '../../jobs/gate.ts';
import type { JobHandler } from '../../jobs/handler.ts';
import type { Store } from '../../store/port/store.ts';
import type { Logger } from '../../telemetry/logger.ts';
import { lanes } from '../lanes.ts';
import { catchUp, type CatchUpParts } from './catch-up.ts';

/** Name of the schedule in the store; it never changes. */
const SCHEDULE = 'order-catch-up';

/** Does the jobs of lane `order-catch-up`; behind the gate of Salesforce. */
export function createCatchUpHandler(
  parts: CatchUpParts & { readonly alarm: Alarm; readonly gate: Gate; readonly logger: Logger }
): JobHandler {
  return {
    lane: lanes.orderCatchUp,
    concurrency: 1,
    gate: parts.gate,
    async run() {
      const { open, missed } = await catchUp(parts);
      // A request that is committed in this moment is found before its event comes: a few are nothing unusual.
      if (missed > 0) parts.logger.info({ open, missed }, 'Requests of orders were found by the query');
      // A process that ended within a gap has left its alert behind.
      await parts.alarm.clear('event-gap', `The query found ${open} records that wait for an answer.`);
      return undefined;
    }
  };
}

/** Has open requests looked for every so many minutes, 1 to 59, and now; to be called at each start. */
export async function scheduleCatchUp(
  { schedules, jobs }: Pick<Store, 'jobs' | 'schedules'>,
  everyMinutes: number
): Promise<void> {
  const lane = lanes.orderCatchUp;
  await schedules.put({
    name: SCHEDULE,
    cron: everyMinutes === 1 ? '* * * * *' : `*/${everyMinutes} * * * *`,
    timeZone: 'UTC',
    lane,
    payload: {},
    enabled: true
  });
  // One that still waits will do: starts in a row, with Salesforce out of reach, leave one job and not many.
  const waiting = await jobs.list({ lane, states: ['ready'], limit: 1 });
  if (waiting.length === 0) await jobs.enqueue({ lane, payload: {} });
}
