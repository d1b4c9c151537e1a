import { describe, expect, it } from 'vitest';
import { customerPair } from '../../pairs/customer-pair.ts';
import type { PairAtWork } from '../record/pair-at-work.ts';
import { resultOf } from './page-result.ts';
import type { Settled } from './settled.ts';

const at = { pair: customerPair, version: 1 } as unknown as PairAtWork;
const moment = '2026-03-01T00:00:00.000Z';

function result(records: number) {
  const settled = Array.from({ length: records }, (_, place): Settled => {
    return { key: `01-${place}`, outcome: place % 2 === 0 ? 'created' : 'unchanged' };
  });
  return resultOf({
    ...{ at, runId: 1, startedAt: moment, finishedAt: moment, settled },
    records: new Map(),
    before: new Map()
  });
}

describe('resultOf', () => {
  it('when a page has thousands of records, then it is kept in many short parts that count each record once', () => {
    const parts = result(5_000);
    expect(parts.length).toBeGreaterThanOrEqual(20);
    const sum = (name: 'read' | 'created' | 'unchanged') =>
      parts.reduce((all, { counts }) => all + counts[name], 0);
    expect([sum('read'), sum('created'), sum('unchanged')]).toEqual([5_000, 2_500, 2_500]);
  });

  it('when a page has no record, then it has one part, with which its place is kept', () => {
    expect(result(0)).toMatchObject([{ counts: { read: 0 } }]);
  });
});
