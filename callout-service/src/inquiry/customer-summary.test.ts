import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { createFakeSage } from '../../test-support/fake-sage.ts';
import { createGate } from '../../test-support/gate.ts';
import { customerSummarySchema } from '../canonical/customer-summary.ts';
import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import type { LastAnswers, StoredAnswer } from '../store/port/last-answers.ts';
import { createCustomerSummaryInquiry } from './customer-summary.ts';

const settings = {
  currency: 'USD',
  timeZone: 'America/Los_Angeles',
  credit: { includeOpenOrders: true, zeroLimitMeans: 'none' },
  aging: { basis: 'invoice-date', bucketDays: [30, 60, 90, 120] }
} as const;

/** Half past one at night in UTC, and still the day before in Los Angeles. */
const night = DateTime.fromISO('2026-11-22T01:30:00.000Z', { zone: 'utc' }) as DateTime<true>;
const sageIsAway = new LedgerBridgeError('LB301', { detail: 'Sage is away.' });

function setUp() {
  const kept = new Map<string, StoredAnswer>();
  const lastAnswers: LastAnswers = {
    find: (operation, key) => Promise.resolve(kept.get(`${operation} ${key}`)),
    remember: (answer) => void kept.set(`${answer.operation} ${answer.key}`, answer),
    forget: (operation, key) => void kept.delete(`${operation} ${key}`),
    count: () => kept.size,
    state: () => ({ working: true, reason: undefined }),
    close: () => Promise.resolve()
  };
  const sage = createFakeSage();
  const stale: string[] = [];
  let now = night;
  const summaryOf = createCustomerSummaryInquiry({
    sage,
    lastAnswers,
    settings,
    clock: () => now,
    onStale: ({ code }) => stale.push(code)
  });
  return { sage, kept, stale, summaryOf, moveTo: (moment: DateTime<true>) => (now = moment) };
}

describe('the customer summary', () => {
  it('when Sage answers, then it keeps to its schema and is live', async () => {
    const { summaryOf } = setUp();
    const summary = await summaryOf('01-ABF');
    expect(customerSummarySchema.parse(summary)).toEqual(summary);
    expect(summary).toMatchObject({
      source: 'live',
      asOf: '2026-11-22T01:30:00.000Z',
      amountDue: '5732.36',
      credit: { limit: '120000.00', left: '95123.24', openOrders: '19144.40' },
      lastPayment: { date: '2026-10-15', amount: '500.00', averageDaysToPay: 31 },
      terms: { code: '01', description: 'Net 30 Days' }
    });
  });

  it('when it is another day in UTC, then aging is of the day at the Sage server', async () => {
    const { summaryOf } = setUp();
    expect((await summaryOf('01-ABF')).agingComputed.asOf).toBe('2026-11-21');
  });

  it('when there are many open orders, then the five newest are shown and all are counted', async () => {
    const { sage, summaryOf } = setUp();
    const account = sage.accounts.get('01-ABF');
    const [order] = account?.openOrders ?? [];
    if (account === undefined || order === undefined) throw new Error('the account has no order');
    const openOrders = [3, 1, 7, 2, 6, 5].map((day) => ({
      ...order,
      salesOrderNo: `000010${day}`,
      orderDate: `2026-11-0${day}`
    }));
    sage.accounts.set('01-ABF', { ...account, openOrders });
    const summary = await summaryOf('01-ABF');
    expect(summary.openOrders.count).toBe(6);
    expect(summary.openOrders.latest.map((each) => each.orderDate?.at(-1))).toEqual([
      '7',
      '6',
      '5',
      '3',
      '2'
    ]);
  });

  it('when Sage cannot answer and did before, then the last good answer comes with its age and the reason', async () => {
    const { sage, stale, summaryOf, moveTo } = setUp();
    await summaryOf('01-ABF');
    sage.failure = sageIsAway;
    moveTo(night.plus({ hours: 2 }));
    const summary = await summaryOf('01-abf');
    expect(customerSummarySchema.parse(summary)).toEqual(summary);
    expect(summary).toMatchObject({
      source: 'cache',
      asOf: '2026-11-22T01:30:00.000Z',
      amountDue: '5732.36'
    });
    expect(summary.stale).toMatchObject({ code: 'LB301', detail: 'Sage is away.' });
    expect(stale).toEqual(['LB301']);
  });

  it('when Sage answers again, then the answer is live again', async () => {
    const { sage, summaryOf } = setUp();
    await summaryOf('01-ABF');
    sage.failure = sageIsAway;
    await summaryOf('01-ABF');
    sage.failure = undefined;
    expect(await summaryOf('01-ABF')).toMatchObject({ source: 'live' });
    expect(await summaryOf('01-ABF')).not.toHaveProperty('stale');
  });

  it('when Sage cannot answer and never did, then its failure comes through', async () => {
    const { sage, summaryOf } = setUp();
    sage.failure = sageIsAway;
    await expect(summaryOf('01-ABF')).rejects.toBe(sageIsAway);
  });

  it('when the kept answer is of another shape, then it is not shown', async () => {
    const { sage, kept, summaryOf } = setUp();
    await summaryOf('01-ABF');
    for (const [id, answer] of kept) kept.set(id, { ...answer, answer: { customerNo: '01-ABF' } });
    sage.failure = sageIsAway;
    await expect(summaryOf('01-ABF')).rejects.toBe(sageIsAway);
  });

  it('when Sage has no such customer, then LB401, and its last good answer is forgotten', async () => {
    const { sage, kept, summaryOf } = setUp();
    await summaryOf('01-ABF');
    sage.accounts.clear();
    await expect(summaryOf('01-ABF')).rejects.toMatchObject({ code: 'LB401' });
    expect(kept.size).toBe(0);
  });

  it('when the number is malformed, then LB101 and Sage is not asked', async () => {
    const { sage, summaryOf } = setUp();
    await expect(summaryOf("01-O'BRIEN")).rejects.toMatchObject({ code: 'LB101' });
    expect(sage.reads).toEqual([]);
  });

  it('when the same customer is asked for at the same moment, then one read serves all', async () => {
    const { sage, summaryOf } = setUp();
    const gate = createGate();
    sage.gate = gate.passed;
    const asked = [summaryOf('01-ABF'), summaryOf('01-abf'), summaryOf('01-000123'), summaryOf(' 01-ABF ')];
    gate.open();
    const answers = await Promise.all(asked);
    expect(answers.map(({ customerNo }) => customerNo)).toEqual(['01-ABF', '01-ABF', '01-000123', '01-ABF']);
    expect(sage.reads).toEqual(['01-ABF', '01-000123']);
  });

  it('when a shared read has ended, then the next request reads anew', async () => {
    const { sage, summaryOf } = setUp();
    await summaryOf('01-ABF');
    sage.failure = sageIsAway;
    await summaryOf('01-ABF');
    await summaryOf('01-ABF');
    expect(sage.reads).toHaveLength(3);
  });
});
