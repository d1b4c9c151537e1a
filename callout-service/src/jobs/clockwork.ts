import type { RetentionPolicy } from '../store/port/upkeep.ts';
import type { Store } from '../store/port/store.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { JobObserver } from './job-observer.ts';
import { repeat } from './repetition.ts';
import { createStoreTrouble } from './store-trouble.ts';

/** A schedule that another instance puts, or a clock that is set, is seen this soon. */
const SCHEDULE_POLL_MS = 5_000;
const RETENTION_MS = 3_600_000;
const SILENT_RUNS_MS = 60_000;
/** A run counts its records by the page; one without a sign for so long has no process any more. */
const SILENT_FOR_MS = 900_000;

export interface ClockworkParts {
  readonly store: Pick<Store, 'schedules' | 'syncRuns' | 'upkeep'>;
  readonly retention: RetentionPolicy;
  readonly logger: Logger;
  readonly observer: Pick<JobObserver, 'scheduleFired'>;
  /** Time after which schedules are looked at without a slot of them having come. */
  readonly pollMs?: number;
}

/** What happens by the clock: schedules fire, silent sync runs end, old entries go. */
export interface Clockwork {
  stop(): Promise<void>;
}

/**
 * Starts the clockwork. Any number of instances may run it: the store gives each firing and each end to one of them, and
 * deleting twice is deleting once.
 */
export function startClockwork(parts: ClockworkParts): Clockwork {
  const duties = [
    repeat(guarded(parts, 'schedules', () => fireSchedules(parts))),
    repeat(guarded(parts, 'sync runs', () => endSilentRuns(parts))),
    repeat(guarded(parts, 'retention', retention(parts)))
  ];
  return {
    async stop() {
      await Promise.all(duties.map((duty) => duty.stop()));
    }
  };
}

/** An error ends neither this duty nor the others: it is told once when it begins and once when it ends. */
function guarded({ logger }: ClockworkParts, duty: string, work: () => Promise<number>) {
  const trouble = createStoreTrouble(logger, { clockwork: duty });
  return async () => {
    try {
      const next = await work();
      trouble.worked('clockwork');
      return next;
    } catch (error) {
      trouble.failed('clockwork', error);
      return SCHEDULE_POLL_MS;
    }
  };
}

async function fireSchedules({ store, logger, observer, pollMs = SCHEDULE_POLL_MS }: ClockworkParts) {
  for (const firing of await store.schedules.fireDue()) {
    observer.scheduleFired(firing);
    if (firing.missed > 0) logger.warn(firing, 'a schedule fired once for several slots');
    else logger.debug(firing, 'a schedule fired');
  }
  const next = await store.schedules.nextSlot();
  return next === undefined ? pollMs : Math.min(pollMs, Math.max(25, Date.parse(next) - Date.now() + 1));
}

async function endSilentRuns({ store, logger }: ClockworkParts): Promise<number> {
  for (const { id, object, instance } of await store.syncRuns.endSilent(SILENT_FOR_MS)) {
    logger.warn({ run: id, object, instance }, 'a sync run gave no sign for long and counts as interrupted');
  }
  return SILENT_RUNS_MS;
}

function retention({ store, retention: policy, logger }: ClockworkParts): () => Promise<number> {
  let full = false;
  return async () => {
    const { deleted, sizeMegabytes, overLimit } = await store.upkeep.retain(policy);
    logger.debug({ deleted, sizeMegabytes }, 'old entries of the store are deleted');
    if (overLimit && !full) {
      logger.warn(
        { sizeMegabytes, maxMegabytes: policy.maxMegabytes },
        'the store is larger than STORE_MAX_MEGABYTES, and nothing more may be deleted'
      );
    }
    full = overLimit;
    return RETENTION_MS;
  };
}
