import { describe, expect, it } from 'vitest';
import { compileConditionLogic } from './condition-logic.ts';

describe('condition logic', () => {
  it.each([
    ['and', [true, false, true], false],
    ['or', [true, false, false], true],
    ['1 AND (2 OR 3)', [true, false, true], true],
    ['1 AND (2 OR 3)', [false, true, true], false],
    ['1 OR 2 AND 3', [true, false, false], true],
    ['NOT 1 AND 2', [false, true, false], true]
  ])('when the logic is %s over %j, then it is %s', (logic, truths, expected) => {
    const decide = compileConditionLogic(logic, truths.length);
    expect(decide((index) => truths[index] === true)).toBe(expected);
  });

  it.each(['1 AND', '1 AND 4', '(1 OR 2', '1 XOR 2', '1) OR 2', ''])(
    'when the logic is "%s", then it is refused',
    (logic) => {
      expect(() => compileConditionLogic(logic, 3)).toThrow('cannot be read');
    }
  );
});
