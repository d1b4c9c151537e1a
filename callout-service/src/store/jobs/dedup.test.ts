import { describe, expect, it } from 'vitest';
import type { Store } from '../port/store.ts';
import { engines } from '../test-support/test-store.ts';
import { laneOf, sharedPlace } from './test-support/lane-of-jobs.ts';

describe.each(engines)('idempotency keys of jobs on %s', (engine) => {
  const shared = sharedPlace(engine);

  it('when a job comes a second time, then the first one is answered and nothing is enqueued', async () => {
    const { enqueue, states } = laneOf(shared.store);
    const first = await enqueue({ order: 1 }, { idempotencyKey: 'i' });
    expect(first).toEqual({ id: first.id, duplicate: false, sameContent: true });
    expect(await enqueue({ order: 1 }, { idempotencyKey: 'i', key: 'k' })).toEqual({
      ...first,
      duplicate: true
    });
    expect(await states()).toEqual(['ready']);
  });

  it('when the content is another one, then that is told', async () => {
    const { enqueue, states } = laneOf(shared.store);
    const { id } = await enqueue({ order: 1 }, { idempotencyKey: 'i' });
    const other = await enqueue({ order: 2 }, { idempotencyKey: 'i' });
    expect(other).toEqual({ id, duplicate: true, sameContent: false });
    expect(await states()).toEqual(['ready']);
  });

  it('when a batch comes a second time, partly with new jobs, then only those are enqueued, in their order', async () => {
    const { lane, workOff } = laneOf(shared.store);
    const job = (payload: number) => ({ lane, key: 'k', payload, idempotencyKey: `i${payload}` });
    const first = await shared.store.jobs.enqueueAll([job(1), job(3)]);
    const second = await shared.store.jobs.enqueueAll([job(1), job(2), job(3), job(4)]);
    expect(second.map(({ duplicate }) => duplicate)).toEqual([true, false, true, false]);
    expect([second[0]?.id, second[2]?.id]).toEqual(first.map(({ id }) => id));
    expect(await workOff()).toEqual([1, 3, 2, 4]);
  });

  it('when one batch has an idempotency key several times, then the first of them is enqueued', async () => {
    const { lane, workOff } = laneOf(shared.store);
    const enqueued = await shared.store.jobs.enqueueAll(
      [1, 2, 1].map((payload) => ({ lane, key: 'k', payload, idempotencyKey: 'i' }))
    );
    const [first] = enqueued;
    expect(enqueued).toEqual([
      { id: first?.id, duplicate: false, sameContent: true },
      { id: first?.id, duplicate: true, sameContent: false },
      { id: first?.id, duplicate: true, sameContent: true }
    ]);
    expect(await workOff()).toEqual([1]);
  });

  it('when the same comes within one transaction, then it is enqueued once', async () => {
    const { lane, workOff } = laneOf(shared.store);
    const [first, second] = await shared.store.transaction(async ({ jobs }) => [
      await jobs.enqueue({ lane, payload: 1, idempotencyKey: 'i' }),
      await jobs.enqueue({ lane, payload: 1, idempotencyKey: 'i' })
    ]);
    expect(second).toEqual({ id: first.id, duplicate: true, sameContent: true });
    expect(await workOff()).toEqual([1]);
  });

  it('when instances send the same batches at once, then each job is enqueued once', async () => {
    const { lane, workOff } = laneOf(shared.store);
    const stores = [shared.store, await shared.place.open()];
    const keys = Array.from({ length: 30 }, (_, index) => `i${index}`);
    const jobs = keys.map((idempotencyKey) => ({ lane, payload: idempotencyKey, idempotencyKey }));
    const send = ({ jobs: producer }: Store, turn: number) =>
      producer.enqueueAll(turn % 2 === 0 ? jobs : jobs.toReversed());
    const answers = await Promise.all(
      [0, 1, 2, 3].map((turn) => send(stores[turn >> 1] ?? shared.store, turn))
    );
    expect(answers.flat().filter(({ duplicate }) => !duplicate)).toHaveLength(keys.length);
    expect(new Set(answers.flat().map(({ id }) => id)).size).toBe(keys.length);
    expect((await workOff()).toSorted()).toEqual(keys.toSorted());
  });

  it('when lanes use the same idempotency key, then they do not meet', async () => {
    const [one, other] = [laneOf(shared.store), laneOf(shared.store)];
    await one.enqueue(1, { idempotencyKey: 'i' });
    expect(await other.enqueue(1, { idempotencyKey: 'i' })).toMatchObject({ duplicate: false });
  });

  it('when the job is done and gone, then its idempotency key still holds', async () => {
    const { lane, enqueue, workOff } = laneOf(shared.store);
    const { id } = await enqueue(1, { idempotencyKey: 'i' });
    await workOff();
    const opened = await shared.place.openDatabase();
    await opened.database.deleteFrom('job').where('lane', '=', lane).execute();
    await opened.close();
    expect(await shared.store.jobs.find(id)).toBeUndefined();
    expect(await enqueue(1, { idempotencyKey: 'i' })).toEqual({ id, duplicate: true, sameContent: true });
    expect(await workOff()).toEqual([]);
  });

  it('when the transaction of the job is undone, then its idempotency key is free', async () => {
    const { lane, enqueue } = laneOf(shared.store);
    const undone = shared.store.transaction(async ({ jobs }) => {
      await jobs.enqueue({ lane, payload: 1, idempotencyKey: 'i' });
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    expect(await enqueue(1, { idempotencyKey: 'i' })).toMatchObject({ duplicate: false });
  });
});

describe.each(engines)('idempotency keys of requests on %s', (engine) => {
  const shared = sharedPlace(engine);
  const request = { scope: 'submitOrder', key: 'r1', fingerprint: 'f1' };

  it('when a key is taken, then a repetition hears of it, of its content, and of the answer once there is one', async () => {
    const { idempotencyKeys } = shared.store;
    expect(await idempotencyKeys.find(request.scope, request.key)).toEqual({ outcome: 'new' });
    expect(await idempotencyKeys.take(request)).toEqual({ outcome: 'new' });
    expect(await idempotencyKeys.take(request)).toMatchObject({ outcome: 'known', sameContent: true });
    const other = await idempotencyKeys.take({ ...request, fingerprint: 'f2' });
    expect(other).toMatchObject({ outcome: 'known', sameContent: false, answer: undefined });
    await idempotencyKeys.answer(request.scope, request.key, { order: 'SO1' });
    expect(await idempotencyKeys.take(request)).toMatchObject({ answer: { order: 'SO1' } });
    expect(await idempotencyKeys.find(request.scope, request.key)).toMatchObject({
      answer: { order: 'SO1' }
    });
    expect(await idempotencyKeys.take({ ...request, scope: 'other' })).toEqual({ outcome: 'new' });
  });

  it('when several take a key at the same moment, then one of them gets it', async () => {
    const stores = [shared.store, await shared.place.open(), shared.store, shared.store];
    const known = await Promise.all(
      stores.map(({ idempotencyKeys }) => idempotencyKeys.take({ ...request, key: 'race' }))
    );
    expect(known.filter(({ outcome }) => outcome === 'new')).toHaveLength(1);
  });

  it('when a key is answered that nobody took, then that is refused', async () => {
    const answered = shared.store.idempotencyKeys.answer('submitOrder', 'never', 1);
    await expect(answered).rejects.toMatchObject({ code: 'LB610' });
  });

  it.each(['', 'x'.repeat(256), 'a\0b', '\uD800'])('when a key is %j, then it is refused', async (key) => {
    const taken = shared.store.idempotencyKeys.take({ ...request, key });
    await expect(taken).rejects.toMatchObject({ code: 'LB616' });
  });
});
