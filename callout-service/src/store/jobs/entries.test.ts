import { describe, expect, it } from 'vitest';
import { engines } from '../test-support/test-store.ts';
import { laneOf, sharedPlace } from './test-support/lane-of-jobs.ts';

describe.each(engines)('what jobs can hold on %s', (engine) => {
  const shared = sharedPlace(engine);

  it.each([
    { payload: { text: 'Æ 東京 🧾 \0 \uD800 "\\', number: -0.1, nothing: null, list: [[]] } },
    { payload: null },
    { payload: 'x'.repeat(1_000_000) }
  ])('when the payload is %j, then it comes back as it is', async ({ payload }) => {
    const { enqueue, claimOne } = laneOf(shared.store);
    await enqueue(payload, { key: '客 00 🧾' });
    expect(await claimOne()).toMatchObject({ key: '客 00 🧾', payload });
  });

  it('when a name is as long as it may be, in any script, then it is stored and found', async () => {
    const { enqueue, claimOne } = laneOf(shared.store, '東'.repeat(255));
    const key = '京'.repeat(255);
    await enqueue(1, { key, idempotencyKey: '市'.repeat(255) });
    expect(await enqueue(1, { key, idempotencyKey: '市'.repeat(255) })).toMatchObject({ duplicate: true });
    await shared.store.jobs.complete((await claimOne()).lease);
  });

  it.each([
    { bad: { lane: '' }, detail: 'The lane of job 2 of 3 is empty.' },
    { bad: { key: 'x'.repeat(256) }, detail: 'The key of job 2 of 3 is longer than 255 characters.' },
    { bad: { key: 'a\nb' }, detail: 'The key of job 2 of 3 holds a control character.' },
    { bad: { key: '\uDC00' }, detail: 'The key of job 2 of 3 holds half a character.' },
    { bad: { idempotencyKey: '' }, detail: 'The idempotency key of job 2 of 3 is empty.' },
    { bad: { payload: undefined }, detail: 'The payload of job 2 of 3 is not something JSON can hold.' },
    { bad: { payload: 1n }, detail: 'The payload of job 2 of 3 is not something JSON can hold.' }
  ])('when one of a batch cannot be stored: $detail, then none is', async ({ bad, detail }) => {
    const { lane, states } = laneOf(shared.store);
    const enqueued = shared.store.jobs.enqueueAll([
      { lane, payload: 1 },
      { lane, payload: 2, ...bad },
      { lane, payload: 3 }
    ]);
    await expect(enqueued).rejects.toMatchObject({ code: 'LB616', message: detail });
    expect(await states()).toEqual([]);
  });

  it('when the payload is larger than 1 MiB, then it is refused', async () => {
    const { enqueue } = laneOf(shared.store);
    await expect(enqueue('x'.repeat(1_048_576))).rejects.toMatchObject({ code: 'LB616' });
  });

  it('when nothing or no more than nothing is asked for, then nothing happens', async () => {
    const { lane, enqueue, claim } = laneOf(shared.store);
    expect(await shared.store.jobs.enqueueAll([])).toEqual([]);
    await enqueue(1);
    expect(await claim(0)).toEqual([]);
    expect(await shared.store.jobs.extend([], 1_000)).toEqual([]);
    expect(await shared.store.jobs.reclaim(lane)).toEqual({ ready: 0, dead: 0 });
    expect(await shared.store.jobs.find(999_999)).toBeUndefined();
  });

  it('when a job becomes due, then those who listen hear of its lane, from every instance', async () => {
    const { lane, enqueue } = laneOf(shared.store);
    const listening = engine === 'postgres' ? await shared.place.open() : shared.store;
    const heard = new Promise<string>((resolve) => {
      listening.onDue((due) => {
        if (due === lane) resolve(due);
      });
    });
    await enqueue(1);
    expect(await heard).toBe(lane);
  });
});
