import { describe, expect, it } from 'vitest';
import { createGate } from '../../test-support/gate.ts';
import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import { createStoreWatch } from './store-watch.ts';

const condition = { engine: 'sqlite', databaseVersion: '3', schemaVersion: '003', sizeMegabytes: 1 } as const;

function watchOf(answer: () => Promise<typeof condition>, limits = { freshForMs: 60_000, waitMs: 20 }) {
  let looks = 0;
  const store = {
    condition: () => ((looks += 1), answer()),
    jobs: { statistics: () => Promise.resolve([]) }
  };
  return { watch: createStoreWatch(store, limits), looks: () => looks };
}

describe('the watch over the store', () => {
  it('when many ask, then the store is asked once', async () => {
    const { watch, looks } = watchOf(() => Promise.resolve(condition));
    await Promise.all([watch.current(), watch.current()]);
    expect(await watch.current()).toEqual({ state: 'reachable', condition, lanes: [] });
    expect(looks()).toBe(1);
  });

  it('when the store refuses, then it counts as unreachable, with the reason', async () => {
    const { watch } = watchOf(() => Promise.reject(new LedgerBridgeError('LB605', { detail: 'full' })));
    expect(await watch.current()).toMatchObject({ state: 'unreachable', reason: { code: 'LB605' } });
  });

  it('when the store hangs, then nobody waits long and only one look is under way', async () => {
    const gate = createGate();
    const waitMs = 1_000; // far more than a busy machine adds
    const { watch, looks } = watchOf(() => gate.passed.then(() => condition), { freshForMs: 60_000, waitMs });
    expect(await watch.current()).toMatchObject({ state: 'unreachable', reason: { code: 'LB602' } });
    const before = performance.now();
    await watch.current();
    expect(performance.now() - before).toBeLessThan(waitMs);
    gate.open();
    await gate.passed;
    expect(await watch.current()).toMatchObject({ state: 'reachable' });
    expect(looks()).toBe(1);
  });
});
