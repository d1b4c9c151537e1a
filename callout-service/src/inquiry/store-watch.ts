import { asLedgerBridgeError } from '../errors/as-ledger-bridge-error.ts';
import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import type { Jobs, LaneStatistics } from '../store/port/jobs.ts';
import type { Store, StoreCondition } from '../store/port/store.ts';
import { settledWithin } from './settled-within.ts';

/** What a look at the store showed. */
export type StoreOutlook =
  | {
      readonly state: 'reachable';
      readonly condition: StoreCondition;
      readonly lanes: readonly LaneStatistics[];
    }
  | { readonly state: 'unreachable'; readonly reason: LedgerBridgeError };

/** Knows how the store is without asking it each time. */
export interface StoreWatch {
  /** A fresh outlook when one can be had in time. Never rejects and never hangs. */
  current(): Promise<StoreOutlook>;
}

/** The part of the store that is looked at. */
interface WatchedStore extends Pick<Store, 'condition'> {
  readonly jobs: Pick<Jobs, 'statistics'>;
}

interface WatchLimits {
  /** How long an outlook counts as fresh. */
  readonly freshForMs: number;
  /** How long a caller waits for a new one. */
  readonly waitMs: number;
}

const hanging = new LedgerBridgeError('LB602', { detail: 'The store has not answered yet.' });

/**
 * Looks at the store at most once at a time and at most every `freshForMs`, so that status, readiness and metrics cost it
 * nothing. While it hangs the answer is "unreachable", and the look that hangs is the only one under way.
 */
export function createStoreWatch(
  store: WatchedStore,
  { freshForMs, waitMs }: WatchLimits = { freshForMs: 5_000, waitMs: 1_000 }
): StoreWatch {
  let last: { readonly outlook: StoreOutlook; readonly ended: number } | undefined;
  let underWay: { readonly outlook: Promise<StoreOutlook>; readonly begun: number } | undefined;

  async function look(): Promise<StoreOutlook> {
    const outlook = await outlookOn(store);
    last = { outlook, ended: performance.now() };
    underWay = undefined;
    return outlook;
  }

  return {
    async current() {
      if (last !== undefined && performance.now() - last.ended < freshForMs) return last.outlook;
      underWay ??= { outlook: look(), begun: performance.now() };
      // Counted from the look's begin: while one hangs, later callers wait no more.
      const patience = Math.max(0, underWay.begun + waitMs - performance.now());
      return (await settledWithin(underWay.outlook, patience)) ?? { state: 'unreachable', reason: hanging };
    }
  };
}

async function outlookOn(store: WatchedStore): Promise<StoreOutlook> {
  try {
    const [condition, lanes] = await Promise.all([store.condition(), store.jobs.statistics()]);
    return { state: 'reachable', condition, lanes };
  } catch (error) {
    return { state: 'unreachable', reason: asLedgerBridgeError(error) };
  }
}
