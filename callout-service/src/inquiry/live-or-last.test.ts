import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshnessSchema } from '../canonical/freshness.ts';
import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import { WriteBehindAnswers } from '../store/answers/write-behind-answers.ts';
import type { StoredAnswers } from '../store/port/stored-answers.ts';
import { openEmbeddedStore, type EmbeddedStore } from '../store/test-support/embedded-store.ts';
import { systemClock } from '../telemetry/clock.ts';
import { createLogger } from '../telemetry/logger.ts';
import { createLiveOrLast } from './live-or-last.ts';

/** Far above what a thousand answers out of memory take, far below what the store is held for. */
const QUICK_MS = 1_000;
const sageIsAway = new LedgerBridgeError('LB301', { detail: 'Sage is away.' });
const thousandKeys = Array.from({ length: 1_000 }, (_, customer) => `01-${customer}`);

let embedded: EmbeddedStore;
let answers: WriteBehindAnswers;
beforeEach(async () => {
  embedded = await openEmbeddedStore();
  answers = await openAnswers(embedded.store.answers);
});
afterEach(async () => {
  await answers.close();
  await embedded.remove();
});

function openAnswers(stored: StoredAnswers): Promise<WriteBehindAnswers> {
  return WriteBehindAnswers.open({
    answers: stored,
    maxRows: 10_000,
    maxAgeHours: 24,
    clock: systemClock,
    logger: createLogger({ level: 'silent', secrets: [], destination: { write: () => undefined } }),
    pace: { writeEvery: 1, findWithin: 100, closeWithin: 1_000 }
  });
}

function inquiry() {
  return createLiveOrLast('test', freshnessSchema, { lastAnswers: answers });
}

const live = () => Promise.resolve({ asOf: systemClock().toISO(), source: 'live' as const });
const away = () => Promise.reject(sageIsAway);

/** A transaction that nobody else can write beside, until it is released. */
async function holdStore(): Promise<{ release(): Promise<void> }> {
  let release: () => void = () => undefined;
  let held: Promise<void> = Promise.resolve();
  await new Promise<void>((taken) => {
    held = embedded.store.transaction(async ({ audit }) => {
      await audit.record({ operator: 'ann', action: 'hold', subject: 'the store' });
      taken();
      await new Promise<void>((resolve) => (release = resolve));
    });
  });
  return {
    release() {
      release();
      return held;
    }
  };
}

describe('answers, live or the last good one', () => {
  it('when the store is held, then a thousand live answers do not wait for it, and all are kept later', async () => {
    const ask = inquiry();
    const hold = await holdStore();
    const start = performance.now();
    for (const key of thousandKeys) expect(await ask(key, live)).toMatchObject({ source: 'live' });
    expect(performance.now() - start).toBeLessThan(QUICK_MS);
    expect(await embedded.store.answers.count()).toBe(0);
    await hold.release();
    await expect.poll(() => embedded.store.answers.count(), { timeout: 10_000 }).toBe(1_000);
  });

  it('when the store gives nothing back, then only who sees no live figures waits for it, and not for long', async () => {
    const hanging = await openAnswers({
      ...embedded.store.answers,
      find: () => new Promise(() => undefined)
    });
    const ask = createLiveOrLast('test', freshnessSchema, { lastAnswers: hanging });
    const start = performance.now();
    for (const key of thousandKeys) expect(await ask(key, live)).toMatchObject({ source: 'live' });
    expect(performance.now() - start).toBeLessThan(QUICK_MS);
    await expect(ask('01-NEVER', away)).rejects.toBe(sageIsAway);
    expect(hanging.state().reason).toContain('did not answer within 100 ms');
    await hanging.close();
  });

  it('when the store has failed, then live answers come as ever, and Sage being away is said as it is', async () => {
    const ask = inquiry();
    await ask('01-OLD', live);
    await expect.poll(() => embedded.store.answers.count()).toBe(1);
    await embedded.store.close();
    expect(await ask('01-ABF', live)).toMatchObject({ source: 'live' });
    expect(await ask('01-ABF', away)).toMatchObject({ source: 'cache', stale: { code: 'LB301' } });
    await expect(ask('01-OLD', away)).rejects.toBe(sageIsAway);
    expect(answers.state().working).toBe(false);
  });

  it('when Sage is away, then the last answer comes out of the store, marked as stale', async () => {
    const ask = inquiry();
    const first = await ask('01-ABF', live);
    await expect.poll(() => embedded.store.answers.count()).toBe(1);
    expect(await ask('01-ABF', away)).toMatchObject({ asOf: first.asOf, source: 'cache' });
    await expect(ask('01-NEVER', away)).rejects.toBe(sageIsAway);
  });

  it('when Sage has no such record any more, then its last answer is not shown again', async () => {
    const ask = inquiry();
    await ask('01-GONE', live);
    const gone = new LedgerBridgeError('LB401', { detail: 'There is no such customer.' });
    await expect(ask('01-GONE', () => Promise.reject(gone))).rejects.toBe(gone);
    await expect(ask('01-GONE', away)).rejects.toBe(sageIsAway);
  });
});
