import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../telemetry/clock.ts';
import { createLogger } from '../../telemetry/logger.ts';
import type { StoredAnswer } from '../port/last-answers.ts';
import { openEmbeddedStore, type EmbeddedStore } from '../test-support/embedded-store.ts';
import { WriteBehindAnswers, type Pace } from './write-behind-answers.ts';

/** Room for the tables, and for little else. */
const SOON_FULL = 80;
const QUICK: Pace = { writeEvery: 1, retryAfter: 1, findWithin: 100, closeWithin: 200 };

const log: string[] = [];
const stores: EmbeddedStore[] = [];
afterEach(async () => {
  log.length = 0;
  for (const store of stores.splice(0)) await store.remove();
});

async function setUp(options: { readonly maxPages?: number; readonly pace?: Partial<Pace> } = {}) {
  const embedded = await openEmbeddedStore(
    options.maxPages === undefined ? {} : { maxPages: options.maxPages }
  );
  stores.push(embedded);
  const destination = { write: (line: string) => void log.push(line) };
  const answers = await WriteBehindAnswers.open({
    answers: embedded.store.answers,
    maxRows: 1_000,
    maxAgeHours: 24,
    clock: systemClock,
    logger: createLogger({ level: 'info', secrets: [], destination }),
    pace: { ...QUICK, ...options.pace }
  });
  return { store: embedded.store, answers };
}

function answerOf(key: string, answer: unknown = { key }): StoredAnswer {
  return { operation: 'customerSummary', key, asOf: systemClock().toISO(), answer };
}

function lines(part: string): number {
  return log.filter((line) => line.includes(part)).length;
}

describe('last good answers of a store in trouble', () => {
  it('when its disk is full, then they are found in memory, it is told once, and the state says why', async () => {
    const { answers } = await setUp({ maxPages: SOON_FULL });
    for (let key = 0; key < 50; key += 1) answers.remember(answerOf(`01-${key}`, 'x'.repeat(20_000)));
    await expect.poll(() => answers.state().working).toBe(false);
    expect(answers.state().reason).toContain('disk of the embedded store is full');
    for (let key = 0; key < 50; key += 1) {
      expect(await answers.find('customerSummary', `01-${key}`)).toBeDefined();
    }
    await answers.close();
    expect(lines('cannot be written')).toBe(1);
    expect(lines('LB605')).toBeGreaterThan(0);
    expect(lines('are lost')).toBe(1);
  });

  it('when there is room again, then what waited is written, and that is told', async () => {
    const { store, answers } = await setUp({ maxPages: SOON_FULL });
    answers.remember(answerOf('01-LARGE', 'x'.repeat(900_000)));
    await expect.poll(() => answers.state().working).toBe(false);
    answers.remember(answerOf('01-LARGE', 'small now'));
    await expect.poll(() => answers.state().working).toBe(true);
    expect((await store.answers.find('customerSummary', '01-LARGE'))?.answer).toBe('small now');
    expect(lines('can be written again')).toBe(1);
    await answers.close();
  });

  it('when the store is closed under it, then nothing throws or rejects, and stopping ends', async () => {
    const { store, answers } = await setUp();
    answers.remember(answerOf('01-KEPT'));
    await expect.poll(() => store.answers.count()).toBe(1);
    await store.close();
    expect(await answers.find('customerSummary', '01-KEPT')).toBeUndefined();
    answers.remember(answerOf('01-NEW'));
    answers.forget('customerSummary', '01-KEPT');
    expect(await answers.find('customerSummary', '01-NEW')).toMatchObject({ key: '01-NEW' });
    expect(answers.state().working).toBe(false);
    await answers.close();
    expect(lines('cannot be read')).toBe(1);
    expect(lines('are lost')).toBe(1);
  });

  it('when a closed store is opened with, then the service can start all the same', async () => {
    const { store, answers } = await setUp();
    await answers.close();
    await store.close();
    const clock = systemClock;
    const logger = createLogger({ level: 'silent', secrets: [], destination: { write: () => undefined } });
    const after = await WriteBehindAnswers.open({
      answers: store.answers,
      maxRows: 10,
      maxAgeHours: 24,
      clock,
      logger
    });
    expect(after.count()).toBe(0);
    expect(after.state().working).toBe(false);
    await after.close();
  });

  it('when the store is held for long, then remembering waits for nothing and stopping does not hang', async () => {
    const { store, answers } = await setUp();
    let release: () => void = () => undefined;
    const held = store.transaction(async ({ audit }) => {
      await audit.record({ operator: 'ann', action: 'hold', subject: 'the store' });
      await new Promise<void>((resolve) => (release = resolve));
    });
    for (let key = 0; key < 6_000; key += 1) answers.remember(answerOf(`01-${key}`));
    expect(answers.count()).toBe(5_000);
    expect(await answers.find('customerSummary', '01-5999')).toBeDefined();
    expect(await answers.find('customerSummary', '01-1')).toBeUndefined();
    const start = performance.now();
    await answers.close();
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(lines('are lost')).toBe(1);
    release();
    await held;
  });
});
