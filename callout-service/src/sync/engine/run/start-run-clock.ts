import type { Store } from '../../../store/port/store.ts';
import type { Clock } from '../../../telemetry/clock.ts';
import { lanes } from '../../lanes.ts';
import { pairNames } from '../../pairs/pair-names.ts';
import type { SyncObjectSettings } from '../../settings/sync-object-settings.ts';
import { scheduleRuns, type ScheduleParts } from './schedule-runs.ts';
import { unfinishedJobs } from './start-run.ts';

export interface RunClockParts extends ScheduleParts {
  readonly store: Store;
  readonly clock: Clock;
  /** What else is kept in line with the decisions of admins each minute. */
  readonly duties?: readonly (() => Promise<void>)[];
}

/** What starts runs by the clock. */
export interface RunClock {
  /** Begins nothing more; resolves when what is under way has ended. */
  stop(): Promise<void>;
}

const LOOK_MS = 1_000;
const REFRESH_MS = 60_000;

/**
 * Starts runs every few seconds where admins want that, keeps schedules in line with their decisions, and lets runs that
 * wait for their turn show that they live. Any number of instances may do so.
 */
export function startRunClock(parts: RunClockParts): RunClock {
  let refreshed = -Infinity;
  let working: Promise<void> | undefined;
  // A look that takes longer than a second is not begun again beside itself.
  const timer = setInterval(() => {
    working ??= look().finally(() => (working = undefined));
  }, LOOK_MS);

  async function look(): Promise<void> {
    try {
      const now = performance.now();
      if (now - refreshed >= REFRESH_MS) {
        await scheduleRuns(parts);
        await showWaitingRuns(parts.store);
        for (const duty of parts.duties ?? []) await duty();
        refreshed = now;
      }
      await startDue(parts, await parts.source.active());
    } catch (err) {
      // The next minute tells whether it is mended.
      refreshed = performance.now();
      parts.logger.warn({ err }, 'runs could not be started by the clock');
    }
  }

  return {
    async stop() {
      clearInterval(timer);
      await working;
    }
  };
}

/** One run of each pair in each of its intervals, whoever looks; none while one is under way. */
export async function startDue(
  { store, clock }: Pick<RunClockParts, 'store' | 'clock'>,
  active: readonly SyncObjectSettings[]
): Promise<void> {
  const seconds = Math.floor(clock().toMillis() / 1_000);
  for (const { pair, everySeconds } of active) {
    if (everySeconds === null) continue;
    if ((await unfinishedJobs(store, pair)).length > 0) continue;
    await store.jobs.enqueue({
      lane: lanes.syncRun,
      key: pair,
      payload: { pair, mode: 'changes', trigger: 'interval' },
      idempotencyKey: `interval:${pair}:${everySeconds}:${Math.floor(seconds / everySeconds)}`
    });
  }
}

/** A run whose slice waits, as behind a pair that it depends on, gives a sign; one without a job falls silent. */
export async function showWaitingRuns(store: Pick<Store, 'jobs' | 'syncRuns'>): Promise<void> {
  for (const run of await store.syncRuns.list({ state: 'running', limit: 500 })) {
    const pair = pairNames.find((name) => name === run.object);
    if (pair === undefined || (await unfinishedJobs(store, pair)).length === 0) continue;
    // It may end in this very moment.
    await store.syncRuns.add(run.id, {}).catch(() => undefined);
  }
}
