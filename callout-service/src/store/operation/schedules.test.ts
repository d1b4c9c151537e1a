import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
/** Far from clock changes, and the same on each day that this runs: six in the morning in Chicago. */
const NOON = '2027-01-04T12:00:00.000Z';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe.each(engines)('schedules in %s', (engine) => {
  let place: TestPlace;
  let store: Store;
  beforeEach(async () => {
    place = testPlace(engine);
    store = await place.open();
    await moveTo(NOON);
  });
  afterEach(() => place.remove());

  /** Moves the clock of every instance to just after the moment. */
  async function moveTo(iso: string | undefined): Promise<void> {
    await place.advance(Date.parse(iso ?? '') - (await place.now()) + 1);
  }
  const jobsOf = (lane: string) => store.jobs.list({ lane, limit: 500 });

  it('when a slot comes, then its job is enqueued once, with the payload and the slot', async () => {
    const { nextSlot } = await store.schedules.put({ ...nightly, key: 'customers' });
    expect(await store.schedules.fireDue()).toEqual([]);
    expect(await store.schedules.nextSlot()).toBe(nextSlot);
    await moveTo(nextSlot);
    const [firing, ...others] = await store.schedules.fireDue();
    expect(others).toEqual([]);
    expect(firing).toEqual({ schedule: nightly.name, slot: nextSlot, jobId: firing?.jobId, missed: 0 });
    expect(await store.schedules.fireDue()).toEqual([]);
    expect(await jobsOf('sync')).toMatchObject([
      {
        id: firing?.jobId,
        key: 'customers',
        state: 'ready',
        payload: { object: 'Account-customer', slot: nextSlot }
      }
    ]);
    const stored = await store.schedules.find(nightly.name);
    expect(stored?.lastSlot).toBe(nextSlot);
    expect(Date.parse(stored?.nextSlot ?? '') - Date.parse(nextSlot ?? '')).toBe(24 * HOUR);
  });

  it('when a slot is one millisecond away, then nothing fires yet', async () => {
    if (engine === 'postgres') return; // its clock runs on while we look
    const { nextSlot } = await store.schedules.put(nightly);
    await moveTo(nextSlot);
    await place.advance(-2);
    expect(await store.schedules.fireDue()).toEqual([]);
    await place.advance(1);
    expect(await store.schedules.fireDue()).toMatchObject([{ slot: nextSlot }]);
  });

  it('when instances look at the same moment, then one of them gets the firing', async () => {
    const others = await Promise.all([place.open(), place.open(), place.open()]);
    for (let round = 1; round <= 5; round += 1) {
      const { nextSlot } = await store.schedules.put({ ...nightly, cron: '*/5 * * * *' });
      await moveTo(nextSlot);
      const firings = await Promise.all([store, ...others].map(({ schedules }) => schedules.fireDue()));
      expect(firings.flat()).toMatchObject([{ slot: nextSlot }]);
      expect(await jobsOf('sync')).toHaveLength(round);
    }
  });

  it('when nobody looked for several slots, then the last one fires, and the others are counted', async () => {
    const { nextSlot } = await store.schedules.put({ ...nightly, cron: '0 * * * *', timeZone: 'UTC' });
    await moveTo(nextSlot);
    await place.advance(5 * HOUR);
    const slot = new Date(Date.parse(nextSlot ?? '') + 5 * HOUR).toISOString();
    expect(await store.schedules.fireDue()).toMatchObject([{ slot, missed: 5 }]);
    expect(await store.schedules.fireDue()).toEqual([]);
    expect(await jobsOf('sync')).toMatchObject([{ payload: { slot } }]);
    const stored = await store.schedules.find(nightly.name);
    expect(stored).toMatchObject({
      lastSlot: slot,
      nextSlot: new Date(Date.parse(slot) + HOUR).toISOString()
    });
  });

  it('when the store lay still for a year of minutes, then the next look is quick all the same', async () => {
    const { nextSlot } = await store.schedules.put({ ...nightly, cron: '* * * * *' });
    await moveTo(nextSlot);
    await place.advance(365 * 24 * HOUR);
    const slot = new Date(Date.parse(nextSlot ?? '') + 365 * 24 * HOUR).toISOString();
    expect(await store.schedules.fireDue()).toMatchObject([{ slot, missed: 1_000 }]);
  });

  it('when a service puts its schedules again after an outage, then the slot that came meanwhile still fires', async () => {
    const { nextSlot } = await store.schedules.put(nightly);
    await moveTo(nextSlot);
    const again = await store.schedules.put({ ...nightly, payload: { object: 'Product2-item' } });
    expect(again.nextSlot).toBe(nextSlot);
    expect(await store.schedules.fireDue()).toMatchObject([{ slot: nextSlot, missed: 0 }]);
    expect(await jobsOf('sync')).toMatchObject([{ payload: { object: 'Product2-item' } }]);
  });

  it('when the cron or the time zone changes, then the next slot is the new one, and the old one never fires', async () => {
    const { nextSlot } = await store.schedules.put(nightly);
    const moved = await store.schedules.put({ ...nightly, cron: '0 3 * * *' });
    expect(Date.parse(moved.nextSlot ?? '') - Date.parse(nextSlot ?? '')).toBe(HOUR);
    await moveTo(nextSlot);
    expect(await store.schedules.fireDue()).toEqual([]);
    await moveTo(moved.nextSlot);
    await store.schedules.put({ ...nightly, cron: '0 3 * * *', timeZone: 'Asia/Kolkata' });
    expect(await store.schedules.fireDue()).toEqual([]);
    expect(await store.schedules.all()).toMatchObject([{ timeZone: 'Asia/Kolkata', lastSlot: undefined }]);
  });

  it('when it is switched off, then nothing fires; and on again, nothing counts as missed', async () => {
    const { nextSlot } = await store.schedules.put({ ...nightly, cron: '0 * * * *' });
    const off = await store.schedules.put({ ...nightly, cron: '0 * * * *', enabled: false });
    expect(off).toMatchObject({ enabled: false, nextSlot: undefined });
    expect(await store.schedules.nextSlot()).toBeUndefined();
    await moveTo(nextSlot);
    await place.advance(10 * HOUR);
    expect(await store.schedules.fireDue()).toEqual([]);
    const on = await store.schedules.put({ ...nightly, cron: '0 * * * *' });
    expect(Date.parse(on.nextSlot ?? '')).toBeGreaterThan(await place.now());
    expect(await store.schedules.fireDue()).toEqual([]);
    await moveTo(on.nextSlot);
    expect(await store.schedules.fireDue()).toMatchObject([{ slot: on.nextSlot, missed: 0 }]);
  });

  it('when it is removed, then it fires no more and is known no more', async () => {
    const { nextSlot } = await store.schedules.put(nightly);
    await moveTo(nextSlot);
    expect(await store.schedules.remove(nightly.name)).toBe(true);
    expect(await store.schedules.remove(nightly.name)).toBe(false);
    expect(await store.schedules.fireDue()).toEqual([]);
    expect(await store.schedules.find(nightly.name)).toBeUndefined();
  });

  it('when the job of one cannot be enqueued, then its slot stays unfired, and the others fire', async () => {
    const { nextSlot } = await store.schedules.put({ ...nightly, name: 'a', lane: 'refused' });
    await store.schedules.put({ ...nightly, name: 'b' });
    await moveTo(nextSlot);
    await refuseJobsOf('refused');
    await expect(store.schedules.fireDue()).rejects.toThrow('no jobs here');
    expect(await store.schedules.find('a')).toMatchObject({ nextSlot, lastSlot: undefined });
    expect(await store.schedules.find('b')).toMatchObject({ lastSlot: nextSlot });
    await store.schedules.put({ ...nightly, name: 'a', lane: 'sync' });
    expect(await store.schedules.fireDue()).toMatchObject([{ schedule: 'a', slot: nextSlot }]);
    expect(await jobsOf('sync')).toHaveLength(2);
  });

  it('when the transaction around it fails, then neither the job nor the firing is there', async () => {
    const { nextSlot } = await store.schedules.put(nightly);
    await moveTo(nextSlot);
    const around = store.transaction(async ({ schedules }) => {
      expect(await schedules.fireDue()).toHaveLength(1);
      throw new Error('the act failed');
    });
    await expect(around).rejects.toThrow('the act failed');
    expect(await jobsOf('sync')).toEqual([]);
    expect(await store.schedules.fireDue()).toMatchObject([{ slot: nextSlot }]);
  });

  it('when a slot came before by a clock that was ahead, then it does not fire a second time', async () => {
    const { nextSlot } = await store.schedules.put(nightly);
    await moveTo(nextSlot);
    expect(await store.schedules.fireDue()).toHaveLength(1);
    await place.advance(-HOUR);
    await store.schedules.put({ ...nightly, enabled: false });
    expect(await store.schedules.put(nightly)).toMatchObject({ nextSlot });
    await place.advance(HOUR);
    expect(await store.schedules.fireDue()).toEqual([]);
    expect(await jobsOf('sync')).toHaveLength(1);
    const { nextSlot: next } = (await store.schedules.find(nightly.name)) ?? {};
    expect(Date.parse(next ?? '') - Date.parse(nextSlot ?? '')).toBe(24 * HOUR);
  });

  it('when someone waits for the lane, then the firing wakes it', async () => {
    const heard = new Promise<string>((resolve) => void store.onDue(resolve));
    const { nextSlot } = await store.schedules.put(nightly);
    await moveTo(nextSlot);
    await store.schedules.fireDue();
    expect(await heard).toBe('sync');
  });

  async function refuseJobsOf(lane: string): Promise<void> {
    const opened = await place.openDatabase();
    const statements =
      engine === 'sqlite'
        ? [
            sql`create trigger refuse before insert on job when new.lane = ${sql.lit(lane)}
              begin select raise(abort, 'no jobs here'); end`
          ]
        : [
            sql`create function refuse() returns trigger language plpgsql
              as $$ begin raise exception 'no jobs here'; end $$`,
            sql`create trigger refuse before insert on job for each row when (new.lane = ${sql.lit(lane)})
              execute function refuse()`
          ];
    for (const statement of statements) await statement.execute(opened.database);
    await opened.close();
  }
});
