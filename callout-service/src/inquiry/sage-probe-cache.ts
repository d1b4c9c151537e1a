import { asLedgerBridgeError } from '../errors/as-ledger-bridge-error.ts';
import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import type { SageReader } from '../sage/port/sage-reader.ts';
import type { ProbeOutcome, SageProbeCache } from './readiness.ts';
import { settledWithin } from './settled-within.ts';

interface ProbeLimits {
  /** How long an outcome counts as fresh. */
  readonly freshForMs: number;
  /** How long a caller waits for a new one. */
  readonly waitMs: number;
}

const disconnected = new LedgerBridgeError('LB301', { detail: 'There is no connection to Sage.' });
const hanging = new LedgerBridgeError('LB302', { detail: 'Sage has not answered the probe yet.' });

/**
 * Probes Sage at most once at a time and at most every `freshForMs`. A caller waits `waitMs` at most: while Sage hangs
 * the answer is "unreachable", and the probe that hangs is the only one under way.
 */
export function createSageProbeCache(
  sage: Pick<SageReader, 'probe'>,
  { freshForMs, waitMs }: ProbeLimits = { freshForMs: 5_000, waitMs: 1_000 }
): SageProbeCache {
  let last: ProbeOutcome = { state: 'unknown' };
  let lastEnded = Number.NEGATIVE_INFINITY;
  let underWay: { readonly outcome: Promise<ProbeOutcome>; readonly begun: number } | undefined;

  async function probe(): Promise<ProbeOutcome> {
    try {
      const found = await sage.probe();
      last = found.connected
        ? { state: 'reachable', probe: found }
        : { state: 'unreachable', reason: disconnected };
    } catch (reason) {
      last = { state: 'unreachable', reason: asLedgerBridgeError(reason) };
    }
    lastEnded = performance.now();
    underWay = undefined;
    return last;
  }

  return {
    async current() {
      if (performance.now() - lastEnded < freshForMs) return last;
      underWay ??= { outcome: probe(), begun: performance.now() };
      // Counted from the probe's begin: while one hangs, later callers wait no more.
      const patience = Math.max(0, underWay.begun + waitMs - performance.now());
      return (await settledWithin(underWay.outcome, patience)) ?? { state: 'unreachable', reason: hanging };
    }
  };
}
