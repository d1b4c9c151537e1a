import { LedgerBridgeError } from '../../../errors/ledger-bridge-error.ts';
import type { Schedule } from '../../../store/port/schedules.ts';
import type { Store } from '../../../store/port/store.ts';
import type { Logger } from '../../../telemetry/logger.ts';
import { lanes } from '../../lanes.ts';
import { pairNames } from '../../pairs/pair-names.ts';
import type { SyncObjectSettings, SyncObjectsSource } from '../../settings/sync-object-settings.ts';
import type { RunMode } from '../detection.ts';

export interface ScheduleParts {
  readonly store: Pick<Store, 'schedules'>;
  readonly source: Pick<SyncObjectsSource, 'active'>;
  /** Of the Sage company; IANA. Crons mean its wall clock. */
  readonly timeZone: string;
  readonly logger: Logger;
}

/** Names of schedules are stored: they never change. */
const nameOf = (pair: string, mode: RunMode) => `sync:${pair}:${mode}`;

/**
 * Keeps the store's schedules in line with what admins decided; to be called again and again. A cron that is none is told
 * in the log and leaves the others as they are. @throws LB751, LB70x, LB60x.
 */
export async function scheduleRuns({ store, source, timeZone, logger }: ScheduleParts): Promise<void> {
  const active = await source.active();
  const wanted = active.flatMap((each) => schedulesOf(each, timeZone));
  const known = new Map((await store.schedules.all()).map((each) => [each.name, each]));
  for (const schedule of wanted) {
    const stands = known.get(schedule.name);
    if (stands?.cron === schedule.cron && stands.timeZone === timeZone && stands.enabled) continue;
    try {
      await store.schedules.put(schedule);
    } catch (err) {
      if (!(err instanceof LedgerBridgeError) || err.code !== 'LB614') throw err;
      logger.error({ err, schedule: schedule.name, cron: schedule.cron }, 'a schedule cannot be used');
    }
  }
  const names = new Set(wanted.map(({ name }) => name));
  const own = pairNames.flatMap((pair) => [nameOf(pair, 'changes'), nameOf(pair, 'reconcile')]);
  for (const name of own) if (known.has(name) && !names.has(name)) await store.schedules.remove(name);
}

function schedulesOf(
  { pair, schedule, reconcileSchedule }: SyncObjectSettings,
  timeZone: string
): Schedule[] {
  const crons = { changes: schedule, reconcile: reconcileSchedule };
  return (['changes', 'reconcile'] as const).flatMap((mode) => {
    const cron = crons[mode];
    if (cron === null) return [];
    const payload = { pair, mode, trigger: 'schedule' };
    return [
      { name: nameOf(pair, mode), cron, timeZone, lane: lanes.syncRun, key: pair, payload, enabled: true }
    ];
  });
}
