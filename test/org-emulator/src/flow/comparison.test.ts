import { describe, expect, it } from 'vitest';
import { toLongId } from '../data/record-id.ts';
import { compareValues, type ComparisonOperator } from './comparison.ts';
import type { FlowValue } from './flow-value.ts';

const id = '001LB0000000001';

describe('comparisons of flows', () => {
  it.each<[FlowValue, ComparisonOperator, FlowValue, boolean]>([
    ['Abc', 'EqualTo', 'aBC', true],
    [null, 'EqualTo', null, true],
    [null, 'EqualTo', '', false],
    ['', 'IsNull', true, false],
    ['', 'IsBlank', true, true],
    [null, 'IsBlank', true, true],
    [null, 'IsNull', false, false],
    [null, 'LessThan', 5, false],
    [null, 'NotEqualTo', 5, true],
    ['5', 'EqualTo', 5, true],
    [10, 'GreaterThan', 9, true],
    ['2024-01-01T00:00:00.000+0000', 'EqualTo', '2024-01-01T00:00:00.000Z', true],
    [id, 'EqualTo', toLongId(id), true],
    ['Alder Ltd', 'Contains', 'der', true],
    ['Alder', 'StartsWith', 'AL', true],
    ['Alder', 'EndsWith', 'x', false],
    [['a', 'b'], 'Contains', 'B', true],
    ['b', 'In', ['a', 'B'], true],
    ['c', 'NotIn', ['a'], true],
    ['c', 'In', null, false],
    [[], 'IsEmpty', true, true],
    [['a'], 'IsEmpty', true, false]
  ])('when %j is asked to be %s %j, then it is %s', (left, operator, right, expected) => {
    expect(compareValues(operator, left, right)).toBe(expected);
  });
});
