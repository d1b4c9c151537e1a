import { describe, expect, it } from 'vitest';
import { createFakeSage } from '../../test-support/fake-sage.ts';
import { createGate } from '../../test-support/gate.ts';
import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import { createSageProbeCache } from './sage-probe-cache.ts';

function countProbes(sage = createFakeSage(), waitMs = 50) {
  const counted = { probes: 0 };
  const probe = () => {
    counted.probes += 1;
    return sage.probe();
  };
  return { sage, counted, cache: createSageProbeCache({ probe }, { freshForMs: 10_000, waitMs }) };
}

describe('the probe of Sage', () => {
  it('when many ask within its time of freshness, then Sage is asked once', async () => {
    const { cache, counted } = countProbes();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => cache.current()));
    expect(outcomes.every(({ state }) => state === 'reachable')).toBe(true);
    await cache.current();
    expect(counted.probes).toBe(1);
  });

  it('when Sage hangs, then the answer is "unreachable" in time, and no second probe is sent', async () => {
    const waitMs = 1_000; // far more than a busy machine adds
    const { sage, cache, counted } = countProbes(createFakeSage(), waitMs);
    sage.gate = createGate().passed;
    expect(await cache.current()).toMatchObject({ state: 'unreachable', reason: { code: 'LB302' } });
    const begun = performance.now();
    await Promise.all(Array.from({ length: 20 }, () => cache.current()));
    expect(performance.now() - begun).toBeLessThan(waitMs);
    expect(counted.probes).toBe(1);
  });

  it('when Sage comes back after hanging, then it is reachable again', async () => {
    const { sage, cache } = countProbes();
    const gate = createGate();
    sage.gate = gate.passed;
    await cache.current();
    gate.open();
    await new Promise(setImmediate);
    expect(await cache.current()).toMatchObject({ state: 'reachable' });
  });

  it('when Sage refuses, then the reason is kept', async () => {
    const { sage, cache } = countProbes();
    sage.failure = new LedgerBridgeError('LB305', { detail: 'refused' });
    expect(await cache.current()).toMatchObject({ state: 'unreachable', reason: { code: 'LB305' } });
  });
});
