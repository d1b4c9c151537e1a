import type { Store } from '../../../store/port/store.ts';
import type { PairName } from '../../pairs/pair-names.ts';
import type { RunMode } from '../detection.ts';

export interface RunRequest {
  readonly pair: PairName;
  readonly mode: RunMode;
  /** `schedule`, `interval`, `operator`, `salesforce`, `mapping`. */
  readonly trigger: string;
  readonly requestedBy?: string;
}

export interface StartedRun {
  /** Id in the store's sync runs. */
  readonly runId: number;
  /** A run of the pair was under way: it is the answer, and none was started. */
  readonly alreadyRunning: boolean;
}

/** Starts a run of a pair, or gives the one that is under way. @throws LB60x. */
export function startRun(_store: Store, _request: RunRequest): Promise<StartedRun> {
  return Promise.reject(new Error('not yet'));
}
