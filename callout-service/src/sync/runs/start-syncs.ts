import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { Store } from '../../store/port/store.ts';
import type { RunMode } from '../engine/detection.ts';
import { startRun } from '../engine/run/start-run.ts';
import { pairNames, type PairName } from '../pairs/pair-names.ts';
import type { SyncObjectsSource } from '../settings/sync-object-settings.ts';
import type { StartedSyncs } from './sync-run-schemas.ts';

export interface SyncWish {
  /** One of the object pairs, or `all` that are switched on. */
  readonly pair: PairName | 'all';
  readonly mode: RunMode;
  /** Who or what asks: `operator`, `salesforce`. */
  readonly trigger: string;
  readonly requestedBy?: string | undefined;
}

/**
 * Makes what starts runs. Where a run of a pair is under way, it is the answer, so that asking twice has one effect; runs wait
 * for those that they depend on. Rejects with LB788 for a pair that is not switched on, and LB751, LB70x, LB60x.
 */
export function createSyncStart({
  store,
  source
}: {
  readonly store: Store;
  readonly source: SyncObjectsSource;
}): (wish: SyncWish) => Promise<StartedSyncs> {
  return async ({ pair, mode, trigger, requestedBy }) => {
    // What was switched on a moment ago counts: people start a pair right after.
    source.refresh();
    const on = (await source.active()).filter(({ active }) => active).map((each) => each.pair);
    const wanted = pairNames.filter((name) => (pair === 'all' || name === pair) && on.includes(name));
    if (wanted.length === 0) throw notOn(pair);
    const runs = [];
    for (const name of wanted)
      runs.push(
        await startRun(store, {
          pair: name,
          mode,
          trigger,
          ...(requestedBy !== undefined && { requestedBy })
        })
      );
    const alreadyRunning = runs.filter((run) => run.alreadyRunning).length;
    return {
      started: runs.length - alreadyRunning,
      alreadyRunning,
      runIds: runs.map(({ runId }) => runId).join(',')
    };
  };
}

function notOn(pair: SyncWish['pair']): LedgerBridgeError {
  const detail =
    pair === 'all'
      ? 'No object is switched on for synchronisation.'
      : 'The object is not switched on for synchronisation.';
  return new LedgerBridgeError('LB788', { detail, subject: pair });
}
