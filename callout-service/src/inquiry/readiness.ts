import type { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import type { SageProbe } from '../sage/port/sage-reader.ts';

/** What `/readyz` answers. It names no customer and no cause that would help an attacker. */
export interface Readiness {
  readonly ready: boolean;
  readonly sage: 'reachable' | 'unreachable' | 'unknown';
  readonly lastGoodAnswers: number;
}

export interface ReadinessParts {
  readonly probe: SageProbeCache;
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

/** Ready means: can answer now, from Sage or from the last good answers. */
export function createReadiness({ probe, lastAnswersCount }: ReadinessParts): () => Promise<Readiness> {
  return async () => {
    const { state } = await probe.current();
    const lastGoodAnswers = lastAnswersCount();
    return { ready: state === 'reachable' || lastGoodAnswers > 0, sage: state, lastGoodAnswers };
  };
}
