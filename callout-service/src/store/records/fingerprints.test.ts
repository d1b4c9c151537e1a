import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fingerprint } from '../port/fingerprints.ts';
import type { Store } from '../port/store.ts';
import { engines, testPlace, type TestPlace } from '../test-support/test-store.ts';

const digestOf = (number: number): string => String(number).padStart(22, 'x');
const many = (count: number, shift = 0): Fingerprint[] =>
  Array.from({ length: count }, (_, number) => ({
    key: `ITEM-${String(number).padStart(7, '0')}/000`,
    digest: digestOf(number + shift)
  }));
const byKey = (found: readonly Fingerprint[]) =>
  found.toSorted((one, other) => (one.key < other.key ? -1 : 1));

describe.each(engines)('fingerprints in %s', (engine) => {
  let place: TestPlace;
  let store: Store;
  beforeAll(async () => {
    place = testPlace(engine);
    store = await place.open();
  });
  afterAll(() => place.remove());

  it('when a page of digests is kept, then it is found by its keys, each source by itself', async () => {
    const page = many(1_000);
    await store.fingerprints.putAll('a:figures', page);
    await store.fingerprints.putAll('a:whole', [{ key: 'ITEM-0000001/000', digest: 'other' }]);
    const keys = page.map(({ key }) => key);
    expect(byKey(await store.fingerprints.byKeys('a:figures', [...keys, 'unknown', '', 'a\0b']))).toEqual(
      page
    );
    expect(await store.fingerprints.byKeys('a:whole', keys)).toEqual([
      { key: 'ITEM-0000001/000', digest: 'other' }
    ]);
    expect(await store.fingerprints.byKeys('a:none', keys)).toEqual([]);
    expect(await store.fingerprints.byKeys('a:figures', [])).toEqual([]);
    expect(await store.fingerprints.count('a:figures')).toBe(1_000);
  });

  it('when a known key comes again, then its digest is taken over, the last one where it comes twice', async () => {
    await store.fingerprints.putAll('b', many(3));
    await store.fingerprints.putAll('b', [
      { key: 'ITEM-0000001/000', digest: 'once' },
      { key: 'ITEM-0000001/000', digest: 'twice' },
      { key: 'new', digest: 'n' }
    ]);
    expect(await store.fingerprints.page('b', 10)).toEqual([
      { key: 'ITEM-0000000/000', digest: digestOf(0) },
      { key: 'ITEM-0000001/000', digest: 'twice' },
      { key: 'ITEM-0000002/000', digest: digestOf(2) },
      { key: 'new', digest: 'n' }
    ]);
  });

  it('when they are read by page, then in the order of bytes, and nothing is missing or twice', async () => {
    const keys = ['a', 'B', 'é', '01-ABF/2', '01-ABF', '01-abf', '_', '~'];
    await store.fingerprints.putAll(
      'c',
      keys.map((key) => ({ key, digest: key }))
    );
    const seen: string[] = [];
    for (let after: string | undefined; ;) {
      const page = await store.fingerprints.page('c', 3, after);
      seen.push(...page.map(({ key }) => key));
      after = page.at(-1)?.key;
      if (after === undefined) break;
    }
    expect(seen).toEqual(['01-ABF', '01-ABF/2', '01-abf', 'B', '_', 'a', '~', 'é']);
  });

  it('when keys are removed, then the others stay; when a source is forgotten, then all of it goes', async () => {
    await store.fingerprints.putAll('d', many(12_001));
    await store.fingerprints.putAll('e', many(2));
    await store.fingerprints.removeAll(
      'd',
      many(11_000).map(({ key }) => key)
    );
    expect(await store.fingerprints.count('d')).toBe(1_001);
    await store.fingerprints.putAll('d', many(12_001));
    await store.fingerprints.forget('d');
    expect(await store.fingerprints.count('d')).toBe(0);
    expect(await store.fingerprints.count('e')).toBe(2);
  });

  it('when a transaction fails, then its digests are not there', async () => {
    const failing = store.transaction(async ({ fingerprints }) => {
      await fingerprints.putAll('f', many(10));
      expect(await fingerprints.count('f')).toBe(10);
      throw new Error('the page failed');
    });
    await expect(failing).rejects.toThrow('the page failed');
    expect(await store.fingerprints.count('f')).toBe(0);
  });

  it('when two instances put the same keys in another order at once, then both are done', async () => {
    const instances = [store, await place.open()];
    const page = many(1_000, 7);
    await Promise.all(
      [page, page.toReversed(), page, page.toReversed()].map(async (list, turn) => {
        await instances[turn % 2]?.fingerprints.putAll('g', list);
      })
    );
    expect(
      byKey(
        await store.fingerprints.byKeys(
          'g',
          page.map(({ key }) => key)
        )
      )
    ).toEqual(page);
  });

  it('when something cannot be a key or a digest, or too much is asked, then it is refused', async () => {
    for (const wrong of [
      { key: '', digest: 'd' },
      { key: 'k', digest: '' },
      { key: 'a\0b', digest: 'd' }
    ]) {
      await expect(store.fingerprints.putAll('h', [wrong])).rejects.toMatchObject({ code: 'LB616' });
    }
    await expect(store.fingerprints.putAll('', many(1))).rejects.toMatchObject({ code: 'LB616' });
    const keys = many(2_001).map(({ key }) => key);
    await expect(store.fingerprints.byKeys('h', keys)).rejects.toThrow(RangeError);
    await expect(store.fingerprints.page('h', 0)).rejects.toThrow(RangeError);
  });
});
