import { afterAll, beforeAll, expect, it } from 'vitest';
import type { NewChange } from '../../store/port/changes.ts';
import { engines, testPlace, type TestPlace } from '../../store/test-support/test-store.ts';
import type { Store } from '../../store/port/store.ts';
import { readChanges } from './read-changes.ts';

const DAY = 86_400_000;
const policy = {
  doneDays: 1,
  failureDays: 1,
  idempotencyKeyDays: 1,
  runDays: 1,
  auditDays: 1,
  changeDays: 30,
  maxMegabytes: 1_000
};

let place: TestPlace;
let store: Store;
beforeAll(async () => {
  place = testPlace(engines[0]);
  store = await place.open();
});
afterAll(() => place.remove());

const append = (...keys: string[]) =>
  store.changes.append(
    keys.map((sageKey): NewChange => ({
      entity: sageKey.startsWith('I') ? 'item' : 'customer',
      sageKey,
      change: 'updated',
      at: '2026-11-22T12:00:00Z',
      values: {}
    }))
  );
const keysOf = ({ changes }: Awaited<ReturnType<typeof readChanges>>) =>
  changes.map(({ sageKey }) => sageKey);

it('when the feed is followed over weeks, then nothing is missed, and who stays away too long is told', async () => {
  const read = (after: number | undefined, limit = 10, entities?: readonly string[]) =>
    readChanges(store, { after, limit, entities });
  expect(await read(undefined)).toEqual({ changes: [], next: 0, more: false });

  await append('A', 'B', 'I1', 'C');
  const first = await read(0, 2);
  expect([keysOf(first), first.more]).toEqual([['A', 'B'], true]);
  const rest = await read(first.next, 2);
  expect([keysOf(rest), rest.more]).toEqual([['I1', 'C'], false]);
  expect(await read(rest.next)).toEqual({ changes: [], next: rest.next, more: false });

  // A cursor of one entity goes on with the feed, though none of its changes came.
  const items = await read(undefined, 10, ['item']);
  expect([keysOf(items), items.next]).toEqual([['I1'], rest.next]);

  await place.advance(31 * DAY);
  await store.upkeep.retain(policy);
  expect(keysOf(await read(rest.next))).toEqual([]);
  await append('D', 'I2');
  expect(keysOf(await read(rest.next))).toEqual(['D', 'I2']);
  expect(keysOf(await read(items.next, 10, ['item']))).toEqual(['I2']);
  for (const tooOld of [0, first.next]) {
    await expect(read(tooOld)).rejects.toMatchObject({
      code: 'LB793',
      message: expect.stringContaining(`go on after ${rest.next + 2}.`) as unknown
    });
  }
  expect(keysOf(await read(undefined))).toEqual(['C', 'D', 'I2']);
});
