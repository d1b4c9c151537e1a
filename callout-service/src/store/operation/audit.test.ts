import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../port/store.ts';
import { engines, testPlace, type TestPlace } from '../test-support/test-store.ts';

describe.each(engines)('the audit in %s', (engine) => {
  let place: TestPlace;
  let store: Store;
  beforeEach(async () => {
    place = testPlace(engine);
    store = await place.open();
  });
  afterEach(() => place.remove());

  it('when people act, then who did what to which record, and when, is listed, newest first', async () => {
    const before = await place.now();
    await store.audit.record({
      operator: 'ann',
      action: 'replay',
      subject: 'job 4711',
      detail: { lane: 'x' }
    });
    await store.audit.record({ operator: 'bob', action: 'skip', subject: 'job 4712' });
    const [second, first, ...others] = await store.audit.list({ limit: 10 });
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      operator: 'ann',
      action: 'replay',
      subject: 'job 4711',
      detail: { lane: 'x' }
    });
    expect(second).toMatchObject({ operator: 'bob', action: 'skip', subject: 'job 4712' });
    expect(second).not.toHaveProperty('detail');
    expect(Date.parse(first?.at ?? '')).toBeGreaterThanOrEqual(before);
  });

  it('when the list is read by page and by subject, then nothing is missing and nothing is twice', async () => {
    for (let act = 1; act <= 7; act += 1) {
      await store.audit.record({ operator: 'ann', action: `act-${act}`, subject: `job ${act % 2}` });
    }
    const seen: string[] = [];
    for (let before: number | undefined; ;) {
      const page = await store.audit.list({ limit: 3, ...(before === undefined ? {} : { before }) });
      seen.push(...page.map(({ action }) => action));
      before = page.at(-1)?.id;
      if (before === undefined) break;
    }
    expect(seen).toEqual(['act-7', 'act-6', 'act-5', 'act-4', 'act-3', 'act-2', 'act-1']);
    const ofOne = await store.audit.list({ subject: 'job 1', limit: 500 });
    expect(ofOne.map(({ action }) => action)).toEqual(['act-7', 'act-5', 'act-3', 'act-1']);
  });

  it('when the act fails, then its entry is not there either', async () => {
    const act = store.transaction(async ({ audit }) => {
      await audit.record({ operator: 'ann', action: 'replay', subject: 'job 1' });
      expect(await audit.list({ limit: 1 })).toHaveLength(1);
      throw new Error('the act failed');
    });
    await expect(act).rejects.toThrow('the act failed');
    expect(await store.audit.list({ limit: 1 })).toEqual([]);
  });

  it('when nobody is named or the content is no JSON, then it is refused', async () => {
    const act = { operator: 'ann', action: 'replay', subject: 'job 1' };
    await expect(store.audit.record({ ...act, operator: '' })).rejects.toMatchObject({ code: 'LB616' });
    await expect(store.audit.record({ ...act, detail: 1n })).rejects.toMatchObject({ code: 'LB616' });
    expect(await store.audit.list({ limit: 1 })).toEqual([]);
  });

  it('when a subject has characters that no database stores, then the act is recorded all the same', async () => {
    await store.audit.record({ operator: 'Søren 李', action: 'skip', subject: 'order \0\ud800' });
    expect(await store.audit.list({ limit: 1 })).toMatchObject([
      { operator: 'Søren 李', subject: 'order \ufffd\ufffd' }
    ]);
  });
});
