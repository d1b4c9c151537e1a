import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../port/store.ts';
import { engines, testPlace, type TestPlace } from '../test-support/test-store.ts';

let source = '';
let sources = 0;

describe.each(engines)('cursors in %s', (engine) => {
  let place: TestPlace;
  let store: Store;
  beforeAll(async () => {
    place = testPlace(engine);
    store = await place.open();
  });
  beforeEach(() => {
    sources += 1;
    source = `sage:table-${sources}`;
  });
  afterAll(() => place.remove());

  it('when it is moved from where it stands, then it stands there, also for another instance', async () => {
    await store.cursors.move(source, undefined, '2026-11-22T12:00');
    const begun = await store.cursors.find(source);
    await place.advance(60_000);
    await store.cursors.move(source, '2026-11-22T12:00', '2026-11-22T12:05');
    const moved = await (await place.open()).cursors.find(source);
    expect(moved).toMatchObject({ name: source, value: '2026-11-22T12:05' });
    expect(Date.parse(moved?.movedAt ?? '')).toBeGreaterThanOrEqual(
      Date.parse(begun?.movedAt ?? '') + 60_000
    );
  });

  it.each([
    ['from another place', 'one', 'two'],
    ['as if it were new', undefined, 'two'],
    ['from a place written in other letters', 'THREE', 'two']
  ])('when it is moved %s, then it is refused and stands where it stood', async (_how, from, to) => {
    await store.cursors.move(source, undefined, 'three');
    await expect(store.cursors.move(source, from, to)).rejects.toMatchObject({ code: 'LB612' });
    expect(await store.cursors.find(source)).toMatchObject({ value: 'three' });
  });

  it('when one that is not there is moved on, then it is refused and not made', async () => {
    await expect(store.cursors.move(source, 'one', 'two')).rejects.toMatchObject({ code: 'LB612' });
    expect(await store.cursors.find(source)).toBeUndefined();
  });

  it.each([undefined, 'start'])(
    'when many readers of two instances move it from %s at once, then one of them wins',
    async (from) => {
      if (from !== undefined) await store.cursors.move(source, undefined, from);
      const instances = [store, await place.open()];
      const moves = Array.from({ length: 10 }, () => instances)
        .flat()
        .map((instance, reader) => instance.cursors.move(source, from, `reader ${reader}`));
      const outcomes = await Promise.allSettled(moves);
      const winners = outcomes.flatMap(({ status }, reader) => (status === 'fulfilled' ? [reader] : []));
      expect(winners).toHaveLength(1);
      expect(await store.cursors.find(source)).toMatchObject({ value: `reader ${winners[0]}` });
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'LB612' });
      }
    }
  );

  it('when a person puts it elsewhere, then it stands there, and the audit says from where', async () => {
    await store.cursors.move(source, undefined, 'far');
    await store.cursors.reset(source, 'near', 'ann');
    expect(await store.cursors.find(source)).toMatchObject({ value: 'near' });
    await store.cursors.reset(source, undefined, 'bob');
    expect(await store.cursors.find(source)).toBeUndefined();
    await store.cursors.reset(source, 'anew', 'cid');
    expect(await store.audit.list({ subject: `cursor ${source}`, limit: 10 })).toMatchObject([
      { operator: 'cid', action: 'reset-cursor', detail: { to: 'anew' } },
      { operator: 'bob', action: 'reset-cursor', detail: { from: 'near' } },
      { operator: 'ann', action: 'reset-cursor', detail: { from: 'far', to: 'near' } }
    ]);
  });

  it('when a reset cannot be audited, then the cursor is not reset', async () => {
    await store.cursors.move(source, undefined, 'far');
    await expect(store.cursors.reset(source, 'near', '')).rejects.toMatchObject({ code: 'LB616' });
    expect(await store.cursors.find(source)).toMatchObject({ value: 'far' });
  });

  it('when there are several, then all are listed by name', async () => {
    for (const name of [`${source}/b`, `${source}/Ä`, source]) await store.cursors.move(name, undefined, '1');
    const names = (await store.cursors.all()).map(({ name }) => name);
    expect(names.filter((name) => name.startsWith(source))).toEqual([source, `${source}/b`, `${source}/Ä`]);
    expect(names).toEqual(names.toSorted());
  });

  it.each([
    ['an empty name', '', 'one'],
    ['a name of 256 characters', 'n'.repeat(256), 'one'],
    ['a name with a control character', 'sage:\u0007', 'one'],
    ['an empty value', 'sage:empty', '']
  ])('when it has %s, then it is refused', async (_what, name, to) => {
    await expect(store.cursors.move(name, undefined, to)).rejects.toMatchObject({ code: 'LB616' });
    expect((await store.cursors.all()).some((cursor) => cursor.name === name)).toBe(false);
  });
});
