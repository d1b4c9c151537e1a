import { DateTime } from 'luxon';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from '../../telemetry/logger.ts';
import type { StoredAnswer } from '../port/last-answers.ts';
import type { Store } from '../port/store.ts';
import { engines, testPlace, type TestPlace } from '../test-support/test-store.ts';
import { WriteBehindAnswers, type WriteBehindOptions } from './write-behind-answers.ts';

const NOON = DateTime.utc(2026, 11, 22, 12) as DateTime<true>;
const logger = createLogger({ level: 'silent', secrets: [], destination: { write: () => undefined } });

let operation = '';
let operations = 0;

function answerOf(key: string, hour = 12): StoredAnswer {
  const asOf = `2026-11-22T${String(hour).padStart(2, '0')}:00:00.000Z`;
  return { operation, key, asOf, answer: { key, hour } };
}

describe.each(engines)('last good answers in %s', (engine) => {
  let place: TestPlace;
  let store: Store;
  const opened: WriteBehindAnswers[] = [];
  beforeAll(async () => {
    place = testPlace(engine);
    store = await place.open();
  });
  beforeEach(() => {
    operations += 1;
    operation = `inquiry-${operations}`;
  });
  afterEach(async () => {
    for (const answers of opened.splice(0)) await answers.close();
    await store.answers.write([], { oldestAsOf: '2100-01-01', maxRows: 0 });
  });
  afterAll(() => place.remove());

  async function open(options: Partial<WriteBehindOptions> = {}): Promise<WriteBehindAnswers> {
    const answers = await WriteBehindAnswers.open({
      answers: store.answers,
      maxRows: 1_000,
      maxAgeHours: 24,
      clock: () => NOON,
      logger,
      ...options
    });
    opened.push(answers);
    return answers;
  }

  it('when one is remembered, then it is found at once, before the store has it', async () => {
    const answers = await open();
    answers.remember(answerOf('01-ABF'));
    expect(answers.count()).toBe(1);
    expect(await answers.find(operation, '01-ABF')).toEqual(answerOf('01-ABF'));
    expect(await answers.find('other', '01-ABF')).toBeUndefined();
    expect(await store.answers.count()).toBe(0);
  });

  it('when the service stops and starts again, then they are still there', async () => {
    const before = await open();
    for (const key of ['01-ABF', '01-000123']) before.remember(answerOf(key));
    await before.close();
    const after = await open();
    expect(after.count()).toBe(2);
    expect(await after.find(operation, '01-000123')).toEqual(answerOf('01-000123'));
  });

  it('when far more wait than one write takes, then all of them reach the store, without anybody stopping', async () => {
    const answers = await open({ pace: { writeEvery: 1 } });
    const keys = Array.from({ length: 350 }, (_, number) => `01-${number}`);
    for (const key of keys) answers.remember(answerOf(key));
    await expect.poll(() => store.answers.count(), { timeout: 10_000 }).toBe(350);
    await expect.poll(() => answers.count(), { timeout: 10_000 }).toBe(350);
    expect(await (await open()).find(operation, '01-349')).toEqual(answerOf('01-349'));
  });

  it('when an older answer comes late, then the newer one stays', async () => {
    const answers = await open();
    answers.remember(answerOf('01-ABF', 11));
    answers.remember(answerOf('01-ABF', 10));
    expect(await answers.find(operation, '01-ABF')).toEqual(answerOf('01-ABF', 11));
    await answers.close();
    const later = await open();
    later.remember(answerOf('01-ABF', 10));
    await later.close();
    expect(await store.answers.find(operation, '01-ABF')).toEqual(answerOf('01-ABF', 11));
  });

  it('when a newer one comes while the older is being written, then the newer one is found and kept', async () => {
    const answers = await open({ pace: { writeEvery: 1 } });
    for (let hour = 0; hour < 12; hour += 1) {
      answers.remember(answerOf('01-ABF', hour));
      await store.answers.count();
      expect(await answers.find(operation, '01-ABF')).toEqual(answerOf('01-ABF', hour));
    }
    await answers.close();
    expect(await store.answers.find(operation, '01-ABF')).toEqual(answerOf('01-ABF', 11));
  });

  it('when one is forgotten, then it is gone at once and for good', async () => {
    const before = await open();
    for (const key of ['01-ABF', '01-B']) before.remember(answerOf(key));
    await before.close();
    const answers = await open();
    for (const key of ['01-ABF', '01-B']) answers.forget(operation, key);
    expect(await answers.find(operation, '01-ABF')).toBeUndefined();
    answers.remember(answerOf('01-B'));
    expect(await answers.find(operation, '01-B')).toEqual(answerOf('01-B'));
    await answers.close();
    expect(await store.answers.find(operation, '01-ABF')).toBeUndefined();
    expect((await open()).count()).toBe(1);
  });

  it('when one is too old, then it is neither shown nor kept', async () => {
    const before = await open();
    before.remember(answerOf('01-ABF'));
    await before.close();
    const twoDaysOn = await open({ clock: () => NOON.plus({ hours: 49 }) });
    expect(await twoDaysOn.find(operation, '01-ABF')).toBeUndefined();
    twoDaysOn.remember({ ...answerOf('01-B'), asOf: NOON.plus({ hours: 49 }).toISO() });
    await twoDaysOn.close();
    expect(await store.answers.count()).toBe(1);
  });

  it('when there are more than may be kept, then the oldest go', async () => {
    const answers = await open({ maxRows: 2 });
    for (const hour of [11, 9, 10]) answers.remember(answerOf(`01-${hour}`, hour));
    await answers.close();
    expect(await store.answers.count()).toBe(2);
    expect(await store.answers.find(operation, '01-9')).toBeUndefined();
  });

  it('when one cannot be stored, then the others are, and it holds nothing up', async () => {
    const answers = await open();
    answers.remember(answerOf('01-A'));
    answers.remember({ ...answerOf('01-LARGE'), answer: 'x'.repeat(2_000_000) });
    answers.remember({ ...answerOf('01-WHEN'), asOf: 'yesterday' });
    answers.remember(answerOf('01-\u0000'));
    for (const key of ['01-B', '01-C']) answers.remember(answerOf(key));
    await answers.close();
    expect(await store.answers.count()).toBe(3);
    expect(answers.state()).toEqual({ working: true, reason: undefined });
  });

  it('when two instances keep the same answer, then the newest is kept, whoever writes last', async () => {
    const [one, other] = [await open(), await open({ answers: (await place.open()).answers })];
    for (let key = 0; key < 50; key += 1) {
      one.remember(answerOf(`01-${key}`, key % 2 === 0 ? 11 : 10));
      other.remember(answerOf(`01-${key}`, key % 2 === 0 ? 10 : 11));
    }
    await Promise.all([one.close(), other.close()]);
    for (let key = 0; key < 50; key += 1) {
      expect(await store.answers.find(operation, `01-${key}`)).toEqual(answerOf(`01-${key}`, 11));
    }
  });
});
