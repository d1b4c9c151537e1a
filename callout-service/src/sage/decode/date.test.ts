import { describe, expect, it } from 'vitest';
import { decodeDate } from './date.ts';

describe('decodeDate', () => {
  it.each([
    ['2026-01-31', '2026-01-31'],
    ['2024-02-29', '2024-02-29'],
    ['2026-01-31 00:00:00', '2026-01-31'],
    ['2026-01-31T13:45:00.000', '2026-01-31'],
    [' 2026-01-31 ', '2026-01-31']
  ])('reads %j as %s', (value, day) => {
    expect(decodeDate(value)).toBe(day);
  });

  it.each([
    [null],
    [''],
    ['   '],
    ['1753-01-01'],
    ['1753-01-01 00:00:00'],
    ['1900-01-01'],
    ['0000-00-00'],
    ['2026-02-30'],
    ['2025-02-29'],
    ['2026-13-01'],
    ['31/01/2026'],
    ['garbage']
  ])('reads %j as no date', (value) => {
    expect(decodeDate(value)).toBeNull();
  });

  it('refuses a number, whose meaning would be a guess', () => {
    expect(() => decodeDate(20260131)).toThrow('the value is not a date');
  });
});
