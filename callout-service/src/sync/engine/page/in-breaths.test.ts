import { describe, expect, it } from 'vitest';
import { inBreaths } from './in-breaths.ts';

/** Keeps the process busy, as mapping a record does. */
function busy(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

describe('inBreaths', () => {
  it('when records take long together, then timers have their turn in between, and the order stays', async () => {
    let beats = 0;
    const heart = setInterval(() => beats++, 1);
    const done = await inBreaths([1, 2, 3, 4, 5, 6], (row, place) => {
      busy(12);
      return [row, place, beats];
    });
    clearInterval(heart);
    expect(done.map(([row, place]) => [row, place])).toEqual([1, 2, 3, 4, 5, 6].map((row, i) => [row, i]));
    expect(done.at(-1)?.[2]).toBeGreaterThanOrEqual(4);
  });

  it('when one fails, then none of the following is begun', async () => {
    const begun: number[] = [];
    const failing = inBreaths([1, 2, 3], (row) => {
      begun.push(row);
      if (row === 2) throw new Error('no more');
    });
    await expect(failing).rejects.toThrow('no more');
    expect(begun).toEqual([1, 2]);
  });
});
