import { afterEach, describe, expect, it } from 'vitest';
import type { Link } from '../port/links.ts';
import { engines, testPlace, type TestPlace } from '../test-support/test-store.ts';

/** A stop for what has gone astray: five times what a busy machine takes. */
const QUICK_MS = 15_000;
/** Looking all up takes half the time of writing them; six times as long where every row is compared with every key. */
const OF_WRITING = 2;

function links(count: number, agreed: string): Link[] {
  return Array.from({ length: count }, (_, number) => ({
    entity: 'customer',
    salesforceId: `001${String(number).padStart(12, '0')}AAA`,
    sageKey: `01-${String(number).padStart(7, '0')}`,
    agreed: { agreed, name: `Customer ${number}`, city: 'Milwaukee' },
    mappingVersion: number % 2 === 0 ? 7 : undefined
  }));
}

async function timed<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const start = performance.now();
  const result = await work();
  return [result, performance.now() - start];
}

describe.each(engines)('thousands of links in %s', (engine) => {
  let place: TestPlace;
  afterEach(() => place.remove());

  it('when they are linked, agreed anew and looked up, then none is missing, and looking up takes less than linking', async () => {
    place = testPlace(engine);
    const store = await place.open();
    const first = links(5_000, 'first');
    const [, linkMs] = await timed(() => store.links.putAll(first));
    const again = links(5_123, 'second');
    const [, againMs] = await timed(() => store.links.putAll(again));
    const keys = again.map(({ sageKey }) => sageKey);
    const ids = again.map(({ salesforceId }) => salesforceId);
    const [byKeys, keysMs] = await timed(() =>
      store.links.bySageKeys('customer', [...keys, ...keys, '01-NONE'])
    );
    const [byIds, idsMs] = await timed(() => store.links.bySalesforceIds('customer', ids));
    console.info(
      `${engine}: 5,000 links in ${linkMs.toFixed()} ms, 5,123 again in ${againMs.toFixed()} ms, looked up by key in ${keysMs.toFixed()} ms, by id in ${idsMs.toFixed()} ms`
    );
    const found = new Map(byKeys.map((one) => [one.sageKey, one]));
    expect(byKeys).toHaveLength(again.length);
    for (const one of again) expect(found.get(one.sageKey)).toMatchObject(one);
    expect(byIds).toHaveLength(again.length);
    expect(await store.links.count('customer')).toBe(again.length);
    for (const took of [linkMs, againMs, keysMs, idsMs]) expect(took).toBeLessThan(QUICK_MS);
    expect(keysMs + idsMs).toBeLessThan(OF_WRITING * (linkMs + againMs));
  }, 60_000);
});
