import { describe, expect, it } from 'vitest';
import { passes } from './conditions.ts';
import { digestOf } from './digest.ts';
import type { FieldValue } from './field-value.ts';
import type { Condition } from './mapping-content.ts';

describe('passes', () => {
  it.each<[FieldValue, Condition['is'], string[], boolean]>([
    ['CA', 'equal', ['ca'], true],
    ['12.500000', 'equal', ['12.5'], true],
    ['0000115', 'equal', ['115'], false],
    [true, 'equal', ['true'], true],
    [null, 'not-equal', ['x'], true],
    ['b', 'one-of', ['a', 'B'], true],
    ['c', 'one-of', ['a', 'B'], false],
    ['ABF', 'starts-with', ['ab'], true],
    ['American', 'contains', ['RIC'], true],
    ['  ', 'empty', [], true],
    ['x', 'not-empty', [], true],
    ['9', 'less', ['10'], true],
    ['100', 'more', ['20'], true],
    ['2026-01-02', 'more', ['2026-01-01'], true],
    [null, 'less', ['1'], false]
  ])('when a field has %j, then %s %j is %s', (value, is, values, expected) => {
    expect(passes([{ field: 'a', is, values }], { a: value })).toBe(expected);
  });

  it('when one of several fails, then the record does not pass; it passes none at all', () => {
    const conditions: Condition[] = [
      { field: 'a', is: 'not-empty', values: [] },
      { field: 'b', is: 'not-empty', values: [] }
    ];
    expect(passes(conditions, { a: 'x' })).toBe(false);
    expect(passes([], {})).toBe(true);
  });
});

describe('digestOf', () => {
  it('when the order of values differs, then the digest does not; when a value does, it does', () => {
    expect(digestOf({ a: '1', b: null })).toBe(digestOf({ b: null, a: '1' }));
    expect(digestOf({ a: '1', b: null })).not.toBe(digestOf({ a: '1', b: '' }));
    expect(digestOf({ a: 'true' })).not.toBe(digestOf({ a: true }));
    expect(digestOf({})).toMatch(/^[\w-]{22}$/);
  });
});
