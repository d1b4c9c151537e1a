import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../port/store.ts';
import { engines, testPlace, type TestPlace } from '../test-support/test-store.ts';

let topic = '';
let topics = 0;

describe.each(engines)('alerts in %s', (engine) => {
  let place: TestPlace;
  let store: Store;
  let other: Store;
  beforeAll(async () => {
    place = testPlace(engine);
    store = await place.open();
    other = await place.open();
  });
  beforeEach(() => {
    topics += 1;
    topic = `sage-unreachable-${topics}`;
  });
  afterAll(() => place.remove());

  const openOnes = async () => (await store.alerts.open()).filter((alert) => alert.topic === topic);
  /** Ten from each of two instances, at once. */
  const twenty = <T>(act: (instance: Store) => Promise<T>) =>
    Promise.all(Array.from({ length: 10 }, () => [act(store), act(other)]).flat());

  it('when a trouble lasts, then it began once and is counted', async () => {
    const first = await store.alerts.raise(topic, 'no answer');
    expect(first).toMatchObject({
      begun: true,
      alert: { topic, detail: 'no answer', occurrences: 1, toldAt: undefined }
    });
    await place.advance(60_000);
    const second = await other.alerts.raise(topic, 'still no answer');
    expect(second).toMatchObject({ begun: false, alert: { detail: 'still no answer', occurrences: 2 } });
    expect(second.alert.since).toBe(first.alert.since);
    const lasted = Date.parse(second.alert.lastSeenAt) - Date.parse(second.alert.since);
    expect(lasted).toBeGreaterThanOrEqual(60_000);
    expect(await openOnes()).toEqual([second.alert]);
  });

  it('when two instances raise it again and again at once, then one of all begins it', async () => {
    const raised = await twenty(({ alerts }) => alerts.raise(topic, 'no answer'));
    expect(raised.filter(({ begun }) => begun)).toHaveLength(1);
    expect(await openOnes()).toMatchObject([{ occurrences: 20 }]);
  });

  it('when two instances clear it at once, then one of all tells of its end', async () => {
    await store.alerts.raise(topic, 'no answer');
    const ended = await twenty(({ alerts }) => alerts.clear(topic));
    expect(ended.filter((alert) => alert !== undefined)).toMatchObject([{ topic, occurrences: 1 }]);
    expect(await openOnes()).toEqual([]);
  });

  it('when it comes back after its end, then it begins anew', async () => {
    await store.alerts.raise(topic, 'no answer');
    await store.alerts.told(topic);
    await store.alerts.clear(topic);
    expect(await store.alerts.raise(topic, 'again')).toMatchObject({
      begun: true,
      alert: { occurrences: 1, toldAt: undefined }
    });
  });

  it('when people were told, then that is kept while it lasts; of none it is no fault', async () => {
    await store.alerts.told(topic);
    await store.alerts.raise(topic, 'no answer');
    await store.alerts.told(topic);
    const { alert } = await store.alerts.raise(topic, 'no answer');
    expect(alert.toldAt).toMatch(/Z$/);
  });

  it('when it is raised in a transaction that fails, then it did not begin', async () => {
    const work = store.transaction(async ({ alerts }) => {
      await alerts.raise(topic, 'no answer');
      throw new Error('undone');
    });
    await expect(work).rejects.toThrow('undone');
    expect(await store.alerts.raise(topic, 'no answer')).toMatchObject({ begun: true });
  });

  it('when its words hold what no database stores, then people are told all the same', async () => {
    const { alert } = await store.alerts.raise(topic, `driver said \0${'x'.repeat(9_000)}`);
    expect(alert.detail).toHaveLength(4_000);
    await expect(store.alerts.raise('', 'no answer')).rejects.toMatchObject({ code: 'LB616' });
  });
});
