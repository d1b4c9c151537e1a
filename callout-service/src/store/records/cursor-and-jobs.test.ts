import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store, StoreContent } from '../port/store.ts';
import { engines, testPlace, type TestPlace } from '../test-support/test-store.ts';

const CUSTOMERS = 'sage:AR_Customer';

describe.each(engines)('what was read and how far, in %s', (engine) => {
  let place: TestPlace;
  let store: Store;
  beforeEach(async () => {
    place = testPlace(engine);
    store = await place.open();
    await store.cursors.move(CUSTOMERS, undefined, '0');
  });
  afterEach(() => place.remove());

  async function takeOver(within: StoreContent, from: string, to: string): Promise<void> {
    await within.jobs.enqueueAll(
      [1, 2, 3].map((customer) => ({ lane: 'in', key: `01-${customer}`, payload: { to } }))
    );
    await within.links.put({
      entity: 'customer',
      salesforceId: '001000000000001AAA',
      sageKey: '01-ABF',
      agreed: { to },
      mappingVersion: undefined
    });
    await within.cursors.move(CUSTOMERS, from, to);
  }

  it('when they are committed together, then both are there', async () => {
    await store.transaction((within) => takeOver(within, '0', '1'));
    expect(await store.cursors.find(CUSTOMERS)).toMatchObject({ value: '1' });
    expect(await store.jobs.list({ lane: 'in', limit: 10 })).toHaveLength(3);
    expect(await store.links.count('customer')).toBe(1);
  });

  it('when anything fails after them, then neither is there', async () => {
    const work = store.transaction(async (within) => {
      await takeOver(within, '0', '1');
      expect(await within.cursors.find(CUSTOMERS)).toMatchObject({ value: '1' });
      throw new Error('the reader failed');
    });
    await expect(work).rejects.toThrow('the reader failed');
    expect(await store.cursors.find(CUSTOMERS)).toMatchObject({ value: '0' });
    expect(await store.jobs.list({ lane: 'in', limit: 10 })).toEqual([]);
    expect(await store.links.count('customer')).toBe(0);
  });

  it('when two readers of two instances read the same, then it is enqueued once', async () => {
    const other = await place.open();
    const outcomes = await Promise.allSettled([
      store.transaction((within) => takeOver(within, '0', 'a')),
      other.transaction((within) => takeOver(within, '0', 'b'))
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const winner = outcomes[0].status === 'fulfilled' ? 'a' : 'b';
    expect(await store.cursors.find(CUSTOMERS)).toMatchObject({ value: winner });
    const jobs = await store.jobs.list({ lane: 'in', limit: 10 });
    expect(jobs.map(({ payload }) => payload)).toEqual(Array(3).fill({ to: winner }));
    expect(await store.links.bySageKey('customer', '01-ABF')).toMatchObject({ agreed: { to: winner } });
  });
});
