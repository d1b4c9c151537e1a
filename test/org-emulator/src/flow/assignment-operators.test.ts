import { describe, expect, it } from 'vitest';
import { applyOperator, type AssignmentOperator } from './assignment-operators.ts';
import type { FlowValue } from './flow-value.ts';

describe('operators of assignments', () => {
  it.each<[AssignmentOperator, FlowValue, FlowValue, FlowValue]>([
    ['Assign', 1, null, null],
    ['Add', 0.1, 0.2, 0.3],
    ['Add', null, 5, 5],
    ['Add', 5, null, 5],
    ['Add', 'a', 1, 'a1'],
    ['Add', null, 'a', 'a'],
    ['Add', '2024-02-28', 2, '2024-03-01'],
    ['Add', '2024-02-28T10:00:00.000Z', 1, '2024-02-29T10:00:00.000Z'],
    ['Add', ['a'], 'b', ['a', 'b']],
    ['Add', ['a'], ['b', 'c'], ['a', 'b', 'c']],
    ['Subtract', 5, 7, -2],
    ['Subtract', '2024-03-01', 1, '2024-02-29'],
    ['AddItem', 'a;b', 'c', 'a;b;c'],
    ['AddItem', 'a;b', 'b', 'a;b'],
    ['AddAtStart', ['b'], 'a', ['a', 'b']],
    ['RemoveAll', ['a', 'b', 'A'], 'a', ['b']],
    ['RemoveFirst', ['a', 'b', 'a'], 'a', ['b', 'a']],
    ['RemoveFirst', ['a'], 'x', ['a']],
    ['RemoveAfterFirst', ['a', 'b', 'c'], 'b', ['a', 'b']],
    ['RemoveBeforeFirst', ['a', 'b', 'c'], 'b', ['b', 'c']],
    ['RemovePosition', ['a', 'b', 'c'], 2, ['a', 'c']],
    ['RemoveUncommon', ['a', 'b', 'c'], ['c', 'a'], ['a', 'c']],
    ['AssignCount', null, ['a', 'b'], 2],
    ['AssignCount', null, null, 0]
  ])('when %s is applied to %j with %j, then it holds %j', (operator, before, value, after) => {
    expect(applyOperator(operator, before, value)).toEqual(after);
  });

  it.each<[AssignmentOperator, FlowValue, FlowValue]>([
    ['Subtract', 'text', 'x'],
    ['RemoveAll', 'text', 'x']
  ])('when %s is applied to %j with %j, then it is a fault', (operator, before, value) => {
    expect(() => applyOperator(operator, before, value)).toThrow(/needs/);
  });
});
