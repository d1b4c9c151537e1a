import { runModes } from '../engine/detection.ts';
import { pairNames } from '../pairs/pair-names.ts';
import type { ObjectPair } from '../pairs/object-pair.ts';
import type { PairName } from '../pairs/pair-names.ts';
import type { SyncRun } from '../../store/port/sync-runs.ts';
import type { SyncRunView } from './sync-run-schemas.ts';

/** A run of the store as pages show it; undefined for a run that is none of an object pair. */
export function describeRun(run: SyncRun, pairOf: (name: PairName) => ObjectPair): SyncRunView | undefined {
  const pair = pairNames.find((name) => name === run.object);
  const mode = runModes.find((each) => each === run.mode);
  if (pair === undefined || mode === undefined) return undefined;
  return {
    runId: run.id,
    pair,
    label: pairOf(pair).label,
    mode,
    trigger: run.trigger,
    state: run.state,
    stopRequested: run.stopRequested,
    mappingVersion: run.mappingVersion ?? null,
    counts: run.counts,
    causes: run.causes,
    startedAt: run.startedAt,
    lastSignAt: run.lastSignAt,
    finishedAt: run.finishedAt ?? null,
    watermarkBefore: run.watermarkBefore,
    watermarkAfter: run.watermarkAfter,
    reason: run.reason ?? null
  };
}
