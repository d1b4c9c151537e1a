import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentile, spread } from './percentiles.ts';

describe('percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

  it.each([
    [0.5, 50],
    [0.95, 95],
    [0.99, 99],
    [1, 100]
  ])('when the share is %d of 1 to 100, then it is %d', (share, expected) => {
    expect(percentile(hundred, share)).toBe(expected);
  });

  it('when there are few samples, then p99 is the largest of them', () => {
    expect(percentile([3, 1, 2], 0.99)).toBe(3);
  });

  it('when there are no samples, then it throws', () => {
    expect(() => percentile([], 0.5)).toThrow('no samples');
  });

  it('when the share is no share, then it throws', () => {
    expect(() => percentile([1], 50)).toThrow('not at 50');
  });

  it('whatever the samples, then at least the share of them is not above the percentile', () => {
    const samples = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(samples, fc.double({ min: 0.01, max: 1, noNaN: true }), (values, share) => {
        const value = percentile(values, share);
        const notAbove = values.filter((each) => each <= value).length;
        expect(values).toContain(value);
        expect(notAbove / values.length).toBeGreaterThanOrEqual(share - 1e-9);
      })
    );
  });
});

describe('spread', () => {
  it('when given a series, then it holds its ends and percentiles', () => {
    expect(spread([2, 1])).toEqual({ count: 2, min: 1, p50: 1, p95: 2, p99: 2, max: 2 });
  });
});
