import type { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import type { StoreWatch } from './store-watch.ts';
import type { SageProbe } from '../sage/port/sage-reader.ts';

/** What `/readyz` answers. It names no customer and no cause that would help an attacker. */
export interface Readiness {
  readonly ready: boolean;
  readonly sage: 'reachable' | 'unreachable' | 'unknown';
  readonly store: 'reachable' | 'unreachable';
  readonly lastGoodAnswers: number;
}

export interface ReadinessParts {
  readonly probe: SageProbeCache;
  readonly store: StoreWatch;
  readonly lastAnswersCount: () => number;
}

/** The last thing that a probe of Sage showed. */
export type ProbeOutcome =
  | { readonly state: 'reachable'; readonly probe: SageProbe }
  | { readonly state: 'unreachable'; readonly reason: LedgerBridgeError }
  /** No probe has ended yet. */
  | { readonly state: 'unknown' };

/** Knows how Sage is without asking it each time. */
export interface SageProbeCache {
  /** A fresh outcome when one can be had in time, else the last one. Never rejects and never hangs. */
  current(): Promise<ProbeOutcome>;
}

/**
 * Ready means: can answer now, from Sage or from the last good answers, and can keep what is entrusted to it. While the
 * store is away pages are still answered from Sage; who balances load should prefer an instance that reaches its store.
 */
export function createReadiness({
  probe,
  store,
  lastAnswersCount
}: ReadinessParts): () => Promise<Readiness> {
  return async () => {
    const [sage, outlook] = await Promise.all([probe.current(), store.current()]);
    const lastGoodAnswers = lastAnswersCount();
    const answers = sage.state === 'reachable' || lastGoodAnswers > 0;
    const ready = answers && outlook.state === 'reachable';
    return { ready, sage: sage.state, store: outlook.state, lastGoodAnswers };
  };
}
