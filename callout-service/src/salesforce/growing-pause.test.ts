import { describe, expect, it } from 'vitest';
import { GrowingPause } from './growing-pause.ts';

describe('a pause that grows', () => {
  it('when tries fail one after the other, then each pause is longer, up to the ceiling, and a success ends it', () => {
    let now = 0;
    const pause = new GrowingPause({ baseMs: 1_000, ceilingMs: 60_000 }, () => now);
    for (const most of [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]) {
      const length = pause.failed();
      expect(length).toBeGreaterThanOrEqual(most / 2);
      expect(length).toBeLessThanOrEqual(most);
      expect(pause.remainingMs).toBe(Math.ceil(length));
      now += length;
      expect(pause.remainingMs).toBe(0);
    }
    pause.failed();
    pause.succeeded();
    expect(pause.remainingMs).toBe(0);
    expect(pause.failed()).toBeLessThanOrEqual(1_000);
  });

  it('when the other side names a longer time, then that is kept', () => {
    const pause = new GrowingPause({ baseMs: 1_000, ceilingMs: 60_000 }, () => 0);
    expect(pause.failed(90_000)).toBe(90_000);
    pause.failed();
    expect(pause.remainingMs).toBe(90_000);
  });
});
