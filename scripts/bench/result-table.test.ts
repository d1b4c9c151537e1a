import { describe, expect, it } from 'vitest';
import { spread } from './percentiles.ts';
import { budgetTable, isKept, measurementTable, resultTable } from './result-table.ts';

describe('measurementTable', () => {
  it('when given measurements, then columns line up', () => {
    const lines = measurementTable([
      { what: 'raw ODBC', milliseconds: spread([1, 2, 3]), requestsPerSecond: 812.4 },
      { what: 'service', milliseconds: spread([10.5]) }
    ]);
    expect(lines).toEqual([
      '  what      count  p50 ms  p95 ms  p99 ms  max ms  requests/s',
      '  raw ODBC  3      2.00    3.00    3.00    3.00    812',
      '  service   1      10.50   10.50   10.50   10.50'
    ]);
  });
});

describe('resultTable', () => {
  it('when a scenario has a table of its own, then it stands under its title', () => {
    const lines = resultTable({ title: 'scans', head: ['entity', 'rows/s'], rows: [['customers', '9000']] });
    expect(lines).toEqual(['scans', '  entity     rows/s', '  customers  9000']);
  });
});

describe('budgets', () => {
  const budget = { what: 'p50 over raw', limit: 1.5, unit: '×' };

  it.each([
    [1.5, true],
    [1.51, false],
    [Number.NaN, false]
  ])('when %d is measured against 1.5, then kept is %s', (measured, kept) => {
    expect(isKept({ ...budget, measured })).toBe(kept);
  });

  it('when a budget is exceeded, then the table says so', () => {
    expect(budgetTable([{ ...budget, measured: 2 }]).at(-1)).toBe(
      '  p50 over raw  2.00 ×    1.5 ×  EXCEEDED'
    );
  });
});
