import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choosePage, joinKey, pageOf } from './list-page.ts';

interface Row {
  readonly day: string;
  readonly no: string;
}
const sortKey = ({ day, no }: Row) => joinKey(day, no);

/** Rows that are told apart by their key, as the natural keys of Sage are. */
const rows = fc.uniqueArray(
  fc.record({
    day: fc.constantFrom('', '2026-01-01', '2026-01-02'),
    no: fc.string({ minLength: 1, maxLength: 4, unit: fc.constantFrom('A', 'B', '0', ' ', '|', '/') })
  }),
  { selector: sortKey, maxLength: 30 }
);

/** Every page of a list; `change` is given the list before each page, so that records come and go in between. */
function walk(
  start: readonly Row[],
  options: { pageSize: number; newestFirst: boolean },
  change: (rows: readonly Row[]) => readonly Row[] = (same) => same
): Row[] {
  const seen: Row[] = [];
  let all = start;
  let cursor: string | undefined;
  for (let pages = 0; pages < 100; pages += 1) {
    const order = { list: 'rows', sortKey, newestFirst: options.newestFirst };
    const chosen = choosePage(all, order, { pageSize: options.pageSize, cursor });
    const page = pageOf(chosen, chosen.chosen);
    seen.push(...page.items);
    cursor = page.nextCursor;
    if (cursor === undefined) return seen;
    all = change(all);
  }
  throw new Error('the list does not end');
}

const options = fc.record({ pageSize: fc.integer({ min: 1, max: 7 }), newestFirst: fc.boolean() });

describe('the pages of a list', () => {
  it('when nothing changes, then every record comes exactly once, in order', () => {
    fc.assert(
      fc.property(rows, options, (all, how) => {
        const expected = [...all].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
        expect(walk(all, how)).toEqual(how.newestFirst ? expected.toReversed() : expected);
      })
    );
  });

  it('when records come and go between pages, then those that stay come exactly once and none comes twice', () => {
    fc.assert(
      fc.property(rows, rows, options, (all, others, how) => {
        const keys = new Set(all.map(sortKey));
        const coming = others.filter((row) => !keys.has(sortKey(row)));
        const staying = all.filter((_, index) => index % 3 !== 0);
        const turns = [all, [...staying, ...coming], staying];
        let turn = 0;
        const seen = walk(all, how, () => turns[(turn += 1) % turns.length] ?? all).map(sortKey);
        expect(new Set(seen).size).toBe(seen.length);
        expect(staying.map(sortKey).filter((key) => !seen.includes(key))).toEqual([]);
      })
    );
  });

  it('when records are large, then a page holds as many as fit and the rest follows', () => {
    const text = 'x'.repeat(20_000);
    const all = Array.from({ length: 10 }, (_, index) => ({ no: String(index), text }));
    const order = { list: 'large', sortKey: ({ no }: { no: string }) => no, newestFirst: false };
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const chosen = choosePage(all, order, { pageSize: 200, cursor });
      const page = pageOf(chosen, chosen.chosen);
      expect(JSON.stringify(page).length).toBeLessThan(100_000);
      seen.push(...page.items.map(({ no }) => no));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(seen).toEqual(all.map(({ no }) => no));
  });

  it('when one record alone is too large, then it comes by itself, so that the list goes on', () => {
    const all = ['a', 'b'].map((no) => ({ no, text: 'x'.repeat(120_000) }));
    const order = { list: 'huge', sortKey: ({ no }: { no: string }) => no, newestFirst: false };
    const chosen = choosePage(all, order, { pageSize: 200 });
    const page = pageOf(chosen, chosen.chosen);
    expect(page.items.map(({ no }) => no)).toEqual(['a']);
    expect(page.nextCursor).toBeDefined();
  });

  it.each(['', 'x', 'WyJvdGhlciIsImEiXQ', 'bm90IGpzb24', 'WzEsMl0', '🦆'])(
    'when the cursor is %j, then LB108',
    (cursor) => {
      const order = { list: 'rows', sortKey, newestFirst: false };
      expect(() => choosePage([], order, { pageSize: 1, cursor })).toThrow(
        expect.objectContaining({ code: 'LB108' })
      );
    }
  );
});
