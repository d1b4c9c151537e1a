import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NewChange } from '../port/changes.ts';
import type { Store } from '../port/store.ts';
import { engines, testPlace, type TestPlace } from '../test-support/test-store.ts';

const at = '2026-11-22T12:00:00.000Z';
const change = (sageKey: string, entity = 'customer'): NewChange => ({
  entity,
  sageKey,
  change: 'updated',
  at,
  values: { name: 'O’Brien "Söhne"', balance: '12.30', hold: false, fax: null }
});

describe.each(engines)('the feed of changes in %s', (engine) => {
  let place: TestPlace;
  let store: Store;
  beforeAll(async () => {
    place = testPlace(engine);
    store = await place.open();
  });
  afterAll(() => place.remove());

  it('when nothing has changed yet, then the feed is empty', async () => {
    expect(await store.changes.after(0, 10)).toEqual([]);
    expect(await store.changes.range()).toBeUndefined();
    await store.changes.append([]);
    expect(await store.changes.range()).toBeUndefined();
  });

  it('when changes are appended, then they are read as they are, in their order, page by page and by entity', async () => {
    const keys = Array.from({ length: 640 }, (_, number) => `01-${number}`);
    await store.changes.append(keys.map((key) => change(key)));
    await store.changes.append([
      change('A', 'item'),
      { ...change('B', 'vendor'), change: 'deleted', values: null }
    ]);
    const seen: string[] = [];
    let after = 0;
    for (;;) {
      const page = await store.changes.after(after, 250);
      const last = page.at(-1);
      if (last === undefined) break;
      seen.push(...page.map(({ sageKey }) => sageKey));
      after = last.id;
    }
    expect(seen).toEqual([...keys, 'A', 'B']);
    expect((await store.changes.after(0, 1))[0]).toEqual({
      ...change('01-0'),
      id: expect.any(Number) as number
    });
    expect(await store.changes.after(0, 10, ['vendor', 'item'])).toMatchObject([
      { sageKey: 'A', entity: 'item' },
      { sageKey: 'B', change: 'deleted', values: null }
    ]);
    expect(await store.changes.after(0, 10, [])).toEqual([]);
    const range = await store.changes.range();
    expect(range).toEqual({ first: expect.any(Number) as number, last: after });
    expect(after - (range?.first ?? 0)).toBe(641);
  });

  it('when a transaction that appended is undone, then nobody sees it', async () => {
    const before = await store.changes.range();
    const undone = store.transaction(async (within) => {
      await within.changes.append([change('lost')]);
      throw new Error('the page failed');
    });
    await expect(undone).rejects.toThrow('the page failed');
    expect(await store.changes.range()).toEqual(before);
  });

  it('when one instance commits late, then no reader sees a later change before its own', async () => {
    const other = await place.open();
    const start = (await store.changes.range())?.last ?? 0;
    const steps: string[] = [];
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let appended = (): void => undefined;
    const hasAppended = new Promise<void>((resolve) => (appended = resolve));
    const slow = store.transaction(async (within) => {
      await within.changes.append([change('first')]);
      appended();
      await held;
      steps.push('slow commits');
    });
    await hasAppended;
    const quick = other.transaction(async (within) => {
      await within.changes.append([change('second')]);
      steps.push('quick appended');
    });
    // As long as the slow one is open the quick one is not through, and a reader sees neither.
    expect(await other.changes.after(start, 10)).toEqual([]);
    expect((await other.changes.range())?.last).toBe(start);
    release();
    await Promise.all([slow, quick]);
    expect(steps).toEqual(['slow commits', 'quick appended']);
    expect((await other.changes.after(start, 10)).map(({ sageKey }) => sageKey)).toEqual(['first', 'second']);
  });

  it('when two instances append at once and a reader follows, then it misses none', async () => {
    const start = (await store.changes.range())?.last ?? 0;
    const instances = [store, await place.open()];
    const seen: string[] = [];
    const writing = { now: true };
    const follow = (async () => {
      let after = start;
      for (let last = false; ;) {
        const page = await store.changes.after(after, 7);
        seen.push(...page.map(({ sageKey }) => sageKey));
        after = page.at(-1)?.id ?? after;
        if (page.length === 0 && last) return;
        last = page.length === 0 && !writing.now;
      }
    })();
    const wanted = Array.from({ length: 30 }, (_, number) => `key-${number}`);
    await Promise.all(
      wanted.map(async (key, turn) => {
        await instances[turn % 2]?.changes.append([change(key), change(`${key}+`)]);
      })
    );
    writing.now = false;
    await follow;
    expect(seen.toSorted()).toEqual(wanted.flatMap((key) => [key, `${key}+`]).toSorted());
  });

  it('when a change cannot be kept or a page is none, then it is refused', async () => {
    await expect(store.changes.append([change('')])).rejects.toMatchObject({ code: 'LB616' });
    await expect(store.changes.append([{ ...change('x'), values: 1n }])).rejects.toMatchObject({
      code: 'LB616'
    });
    await expect(store.changes.append([{ ...change('x'), at: 'soon' }])).rejects.toThrow(TypeError);
    await expect(store.changes.after(0, 1_001)).rejects.toThrow(RangeError);
  });

  it('when one record is asked for, then its changes come newest first, page by page', async () => {
    await store.changes.append([change('01-OWN'), change('01-OWN', 'vendor'), change('01-OTHER')]);
    await store.changes.append([{ ...change('01-OWN'), change: 'deleted', values: null }]);
    const record = { entity: 'customer', sageKey: '01-OWN' };
    const [newest] = await store.changes.ofRecord({ ...record, limit: 1 });
    expect(newest).toMatchObject({ change: 'deleted' });
    const older = await store.changes.ofRecord({ ...record, limit: 9, before: newest?.id ?? 0 });
    expect(older).toMatchObject([{ entity: 'customer', sageKey: '01-OWN', change: 'updated' }]);
  });
});
