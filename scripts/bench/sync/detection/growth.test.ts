import { describe, expect, it } from 'vitest';
import { isKept } from '../../result-table.ts';
import { detectionBudgets, detectionTable } from './growth.ts';
import type { DetectionResult } from './measure-detection.ts';

const looked = (
  rows: number,
  elapsedMs: number,
  peakMib: number,
  changed: DetectionResult['changed'] = 'nothing'
): DetectionResult => ({
  ...{ look: 'figures', changed, rows, looked: rows, found: 0, vanished: 0, elapsedMs },
  ...{ processorMs: elapsedMs, peakMib, readerMib: 80 }
});

const kept = (...results: readonly DetectionResult[]) => detectionBudgets(results).map(isKept);

describe('how detection grows', () => {
  it('when time grows with the rows and memory stays, then all is kept', () => {
    expect(
      kept(looked(10_000, 1_000, 200), looked(100_000, 10_500, 210), looked(1_000_000, 99_000, 215))
    ).toEqual(Array(4).fill(true));
  });

  it('when time grows faster than the rows, then that is exceeded', () => {
    expect(kept(looked(10_000, 1_000, 200), looked(100_000, 20_000, 210))).toEqual([false, true]);
  });

  it('when nothing has changed and memory grows at all between large tables, then that is exceeded', () => {
    expect(kept(looked(100_000, 1_000, 200), looked(1_000_000, 10_000, 300))).toEqual([true, false]);
    expect(kept(looked(100_000, 1_000, 200, '1 %'), looked(1_000_000, 10_000, 300, '1 %'))).toEqual([
      true,
      true
    ]);
  });

  it('when sizes come in any order, then each is compared with the next smaller one', () => {
    const { rows } = detectionTable([looked(100_000, 12_000, 220), looked(10_000, 1_000, 200)]);
    expect(rows.map((row) => [row[2], ...row.slice(-4)])).toEqual([
      ['10000', '', '', '', ''],
      ['100000', '10.00', '12.00', '12.00', '1.10']
    ]);
  });
});
