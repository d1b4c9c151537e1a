import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderStatus, orderStatuses, type LineProgress, type OrderFacts } from './order-status.ts';

const kinds = ['standard', 'backOrder', 'quote', 'prospectQuote', 'master', 'repeating'] as const;
const line = (ordered: string, shipped: string, invoiced: string): LineProgress => ({
  quantityOrdered: ordered,
  quantityShipped: shipped,
  quantityInvoiced: invoiced
});
const nothing = [line('2.000000', '0.000000', '0.000000')];
const partly = [line('2.000000', '1.000000', '0.000000'), ...nothing];
const shipped = [line('2.000000', '2.000000', '0.000000')];
const invoiced = [line('2.000000', '0.000000', '2.000000')];

const standard: OrderFacts = {
  place: 'open',
  kind: 'standard',
  orderStatus: 'O',
  expiresOn: null,
  lines: nothing,
  today: '2026-06-30'
};
const statusOf = (facts: Partial<OrderFacts>): string => {
  const answer = orderStatus({ ...standard, ...facts });
  return answer.known ? answer.status : 'unknown';
};

describe('orderStatus', () => {
  it.each([
    ['N', ['new', 'partlyShipped', 'shipped', 'invoiced']],
    ['O', ['open', 'partlyShipped', 'shipped', 'invoiced']],
    ['H', ['hold', 'hold', 'hold', 'hold']],
    ['C', ['completed', 'completed', 'completed', 'completed']]
  ])(
    'when an open standard order or back order is %s, then by its shipments it is %j',
    (letter, statuses) => {
      for (const kind of ['standard', 'backOrder'] as const) {
        const byProgress = [nothing, partly, shipped, invoiced].map((lines) =>
          statusOf({ kind, orderStatus: letter, lines })
        );
        expect(byProgress).toEqual(statuses);
      }
    }
  );

  it.each([
    ['A', 'open', '4.40 layouts: active'],
    ['C', 'completed', 'completed in one list, closed in the other'],
    ['X', 'cancelled', '4.40 layouts: deleted'],
    ['Q', 'quote', '4.40 layouts: quote'],
    ['Z', 'cancelled', '4.40 layouts: deleted quote'],
    ['N', 'new', 'later notes'],
    ['O', 'open', 'later notes'],
    ['H', 'hold', 'later notes']
  ])('when history says %s, then the order is %s (%s)', (letter, status) => {
    expect(statusOf({ place: 'history', orderStatus: letter })).toBe(status);
  });

  it.each([
    ['N', null, 'quote'],
    ['O', '2026-06-30', 'quote'],
    ['O', '2026-06-29', 'expiredQuote'],
    ['H', '2026-07-01', 'quote'],
    ['C', '2026-07-01', 'completed']
  ])('when a quote is %s and expires on %s, then on 2026-06-30 it is %s', (letter, expiresOn, status) => {
    for (const kind of ['quote', 'prospectQuote'] as const) {
      expect(statusOf({ kind, orderStatus: letter, expiresOn })).toBe(status);
    }
  });

  it.each([
    ['N', 'new'],
    ['O', 'open'],
    ['H', 'hold'],
    ['C', 'completed']
  ])('when a master or repeating order is %s, then it is %s, whatever was shipped', (letter, status) => {
    for (const kind of ['master', 'repeating'] as const) {
      expect(statusOf({ kind, orderStatus: letter, lines: invoiced })).toBe(status);
    }
  });

  it.each([
    { why: 'nothing is known of its lines', lines: [], status: 'open' },
    { why: 'only a line of zero is on it', lines: [line('0', '0', '0')], status: 'open' },
    { why: 'one line is shipped and one is not', lines: [...shipped, ...nothing], status: 'partlyShipped' },
    {
      why: 'one line has too much and one too little',
      lines: [line('1', '5', '0'), line('5', '1', '0')],
      status: 'partlyShipped'
    },
    { why: 'one line is invoiced and one shipped', lines: [...invoiced, ...shipped], status: 'shipped' },
    { why: 'part of a line is invoiced', lines: [line('3', '0', '1')], status: 'partlyShipped' },
    { why: 'more was sent than ordered', lines: [line('1', '2', '2')], status: 'invoiced' },
    { why: 'a return came back', lines: [line('-1', '-1', '0')], status: 'shipped' },
    { why: 'a return is awaited', lines: [line('-1', '0', '0')], status: 'open' }
  ])('when $why, then an open order is $status', ({ lines, status }) => {
    expect(statusOf({ lines })).toBe(status);
  });

  it.each([
    ['open', 'X'],
    ['open', 'A'],
    ['open', ''],
    ['history', 'B'],
    ['history', 'toString']
  ] as const)('when the letter in %s is %j, then it is reported and not guessed', (place, letter) => {
    const answer = orderStatus({ ...standard, place, orderStatus: letter });
    expect(answer).toMatchObject({ known: false });
    expect(answer.known ? '' : answer.problem).toContain(`"${letter.toUpperCase()}"`);
  });

  it('for any facts, every letter that Sage documents has a status, each status occurs, and nothing throws', () => {
    const seen = new Set<string>();
    const facts = fc.record({
      place: fc.constantFrom('open', 'history'),
      kind: fc.constantFrom(...kinds),
      orderStatus: fc.constantFrom('N', 'O', 'C', 'H', 'n', 'o ', 'A', 'X', 'Q', 'Z'),
      expiresOn: fc.constantFrom(null, '2026-01-01', '2026-12-31'),
      lines: fc.constantFrom([], nothing, partly, shipped, invoiced),
      today: fc.constant('2026-06-30')
    });
    fc.assert(
      fc.property(facts, (anyFacts) => {
        const answer = orderStatus(anyFacts);
        const historyOnly = 'AXQZ'.includes(anyFacts.orderStatus);
        expect(answer.known).toBe(anyFacts.place === 'history' || !historyOnly);
        if (answer.known) seen.add(answer.status);
      }),
      { numRuns: 3000 }
    );
    expect([...seen].sort()).toEqual([...orderStatuses].sort());
  });
});
