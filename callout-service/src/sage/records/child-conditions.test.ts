import { describe, expect, it } from 'vitest';
import { conditionsOfLinks, conditionsOfRange } from './child-conditions.ts';

const columns = ['InvoiceNo', 'HeaderSeqNo'];

describe('conditions for the children of some records', () => {
  it('when records share a value, then it is compared with once, and the others are listed', () => {
    const values = [
      ['0100001', '000000'],
      ['0100002', '000000'],
      ['0100001', '000000']
    ];
    expect(conditionsOfLinks({ columns, values })).toEqual([
      [
        { column: 'InvoiceNo', in: ['0100001', '0100002'] },
        { column: 'HeaderSeqNo', op: '=', value: '000000' }
      ]
    ]);
  });

  it('when there are more than 200 records, then there is one statement for every 200', () => {
    const values = Array.from({ length: 401 }, (_, index) => [String(index), String(index % 7)]);
    const conditions = conditionsOfLinks({ columns, values });
    const listed = conditions.map(([first]) => (first !== undefined && 'in' in first ? first.in.length : 1));
    expect(listed).toEqual([200, 200, 1]);
  });

  it('when there are no records, then nothing is asked', () => {
    expect(conditionsOfLinks({ columns, values: [] })).toEqual([]);
    expect(conditionsOfRange({ columns, values: [] })).toEqual([]);
  });
});

it('when records follow one another, then everything from the first to the last is asked for at once', () => {
  const values = Array.from({ length: 900 }, (_, index) => [String(1000 + index), '000000']);
  expect(conditionsOfRange({ columns, values })).toEqual([
    [
      { column: 'InvoiceNo', op: '>=', value: '1000' },
      { column: 'InvoiceNo', op: '<=', value: '1899' }
    ]
  ]);
});
