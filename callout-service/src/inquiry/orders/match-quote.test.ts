import { describe, expect, it } from 'vitest';
import { matchQuote } from './match-quote.ts';

const item = (itemCode: string) => ({ kind: 'item' as const, itemCode, quantity: '1' });
const comment = { kind: 'comment' as const, text: 'With care' };
const quoted = (itemCode: string, extension: string) => ({
  itemCode,
  quantity: '1.000000',
  unitPrice: '1.000000',
  extension
});

describe("Sage's lines beside those of a draft", () => {
  it('when comments stand between, in both or in the draft alone, then each item has its own line', () => {
    const draft = [item('A'), comment, item('b'), item('A')];
    const items = [quoted('A', '1.00'), quoted('B', '2.00'), quoted('A', '3.00')];
    for (const lines of [items, items.toSpliced(1, 0, quoted('/C', '0.00'))]) {
      const found = [...matchQuote(draft, lines)].map(([index, { extension }]) => [index, extension]);
      expect(found).toEqual([
        [0, '1.00'],
        [2, '2.00'],
        [3, '3.00']
      ]);
    }
  });

  it('when Sage lacks a line, then that one alone stays without', () => {
    const found = matchQuote(
      [item('A'), item('GONE'), item('B')],
      [quoted('A', '1.00'), quoted('B', '2.00')]
    );
    expect([...found.keys()]).toEqual([0, 2]);
  });
});
