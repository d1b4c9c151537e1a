import type { DateTime } from 'luxon';
import type { StoreContent } from '../../../store/port/store.ts';
import { lanes } from '../../lanes.ts';
import type { SyncRunJob } from '../payloads.ts';
import type { RunEnd } from './end-run.ts';

const MINUTES = 15;

/**
 * A run that failed of what passes, or is being mended, is started again by itself; it goes on where it ended. The job has
 * no key, so that it holds up no other run of the pair while it waits.
 */
export async function startAgain(
  { jobs }: StoreContent,
  now: DateTime<true>,
  { pair, mode, trigger, requestedBy }: SyncRunJob,
  { failure }: RunEnd
): Promise<void> {
  if (failure === undefined || failure.entry.kind === 'permanent' || trigger === 'interval') return;
  const runAt = now.toUTC().plus({ minutes: MINUTES }).toISO();
  await jobs.enqueue({
    lane: lanes.syncRun,
    payload: { pair, mode, trigger, ...(requestedBy !== undefined && { requestedBy }) },
    runAt,
    // One in a quarter of an hour is enough, however many runs fail.
    idempotencyKey: `again:${pair}:${mode}:${Math.floor(now.toMillis() / (MINUTES * 60_000))}`
  });
}
