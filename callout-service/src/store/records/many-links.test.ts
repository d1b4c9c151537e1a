import { afterEach, describe, expect, it } from 'vitest';
import type { Link } from '../port/links.ts';
import { engines, testPlace, type TestPlace } from '../test-support/test-store.ts';

/** Far above what a busy machine takes; a statement for each link would not keep it. */
const QUICK_MS = 5_000;

function links(count: number, agreed: string): Link[] {
  return Array.from({ length: count }, (_, number) => ({
    entity: 'customer',
    salesforceId: `001${String(number).padStart(12, '0')}AAA`,
    sageKey: `01-${String(number).padStart(7, '0')}`,
    agreed: { agreed, name: `Customer ${number}`, city: 'Milwaukee' },
    mappingVersion: number % 2 === 0 ? 7 : undefined
  }));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

describe.each(engines)('thousands of links in %s', (engine) => {
  let place: TestPlace;
  afterEach(() => place.remove());

  it('when they are linked, agreed anew and looked up, then it takes few seconds and none is missing', async () => {
    place = testPlace(engine);
    const store = await place.open();
    const first = links(5_000, 'first');
    const linkMs = await timed(() => store.links.putAll(first));
    const again = links(5_123, 'second');
    const againMs = await timed(() => store.links.putAll(again));
    const keys = again.map(({ sageKey }) => sageKey);
    const lookUpMs = await timed(async () => {
      const found = await store.links.bySageKeys('customer', [...keys, ...keys, '01-NONE']);
      const byKey = new Map(found.map((one) => [one.sageKey, one]));
      expect(found).toHaveLength(again.length);
      for (const one of again) expect(byKey.get(one.sageKey)).toMatchObject(one);
    });
    const ids = again.map(({ salesforceId }) => salesforceId);
    expect(await store.links.bySalesforceIds('customer', ids)).toHaveLength(again.length);
    expect(await store.links.count('customer')).toBe(again.length);
    console.info(
      `${engine}: 5,000 links in ${linkMs.toFixed()} ms, 5,123 again in ${againMs.toFixed()} ms, looked up in ${lookUpMs.toFixed()} ms`
    );
    for (const took of [linkMs, againMs, lookUpMs]) expect(took).toBeLessThan(QUICK_MS);
  }, 30_000);
});
