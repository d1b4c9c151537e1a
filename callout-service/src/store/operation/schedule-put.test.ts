import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Schedule } from '../port/schedules.ts';
import type { Store } from '../port/store.ts';
import { engines, testPlace, type TestPlace } from '../test-support/test-store.ts';

const nightly: Schedule = {
  name: 'nightly customers',
  cron: '0 2 * * *',
  timeZone: 'America/Chicago',
  lane: 'sync',
  payload: { object: 'Account-customer' },
  enabled: true
};

describe.each(engines)('what a schedule may be in %s', (engine) => {
  let place: TestPlace;
  let store: Store;
  beforeAll(async () => {
    place = testPlace(engine);
    store = await place.open();
  });
  afterAll(() => place.remove());

  it.each([
    ['61 2 * * *', 'UTC', 'LB614', 'Invalid value for minute: 61'],
    ['0 2 * *', 'UTC', 'LB614', 'is none'],
    ['', 'UTC', 'LB614', 'is none'],
    ['@reboot', 'UTC', 'LB614', 'is none'],
    ['0 0 30 2 *', 'UTC', 'LB614', 'never comes'],
    ['* * * * * *', 'UTC', 'LB614', 'several slots in a minute'],
    ['0,30 0 2 * * *', 'UTC', 'LB614', 'several slots in a minute'],
    ['0 2 * * *', 'Nowhere/City', 'LB614', 'give UTC or a name'],
    ['0 2 * * *', 'IST', 'LB614', 'give UTC or a name'],
    ['0 2 * * *', '+05:30', 'LB614', 'give UTC or a name'],
    ['0 2 * * *', '', 'LB614', 'give UTC or a name']
  ])(
    'when %j in %j is put, then it is refused and what stood stays',
    async (cron, timeZone, code, detail) => {
      const stood = await store.schedules.put(nightly);
      const refused = await store.schedules
        .put({ ...nightly, cron, timeZone })
        .catch((error: unknown) => error);
      expect(refused).toMatchObject({ code });
      expect(String(refused)).toContain(detail);
      expect(await store.schedules.all()).toEqual([stood]);
    }
  );

  it.each(['5 2 * * MON-FRI', '30 5 2 * * *', '@daily', '0 2 L * *', '0 2 * * MON#2'])(
    'when %j is put, then it has a next slot',
    async (cron) => {
      const { nextSlot } = await store.schedules.put({ ...nightly, cron });
      expect(Date.parse(nextSlot ?? '')).toBeGreaterThan(await place.now());
    }
  );

  it('when a name, lane or key cannot be stored, then it is refused before it ever fires', async () => {
    for (const wrong of [{ name: '' }, { name: 'n'.repeat(201) }, { lane: '' }, { key: 'a\0b' }]) {
      await expect(store.schedules.put({ ...nightly, ...wrong })).rejects.toMatchObject({ code: 'LB616' });
    }
    await store.schedules.put({ ...nightly, name: 'n'.repeat(200) });
    await store.schedules.remove('n'.repeat(200));
  });
});
