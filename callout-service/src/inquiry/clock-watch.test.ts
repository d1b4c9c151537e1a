import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { createClockWatch } from './clock-watch.ts';

/** What is said of the clock after tokens of these ages, in seconds, with a minute between them. */
function aheadAfter(...ages: number[]): number | undefined {
  let now = 1_000_000;
  const watch = createClockWatch(() => DateTime.fromSeconds(now).toUTC() as DateTime<true>);
  for (const age of ages) {
    now += 60;
    watch.tokenSeen(now - age);
  }
  return watch.secondsAhead();
}

describe('the watch over the clock', () => {
  it('when the first token after a start is old, then nothing is said of the clock', () => {
    expect(aheadAfter(110)).toBeUndefined();
  });

  it('when a few have come, then the smallest age counts', () => {
    expect(aheadAfter(110, 1, 20)).toBe(1);
  });

  it('when a token is used again, then it does not count', () => {
    expect(aheadAfter(0, 60, 120, 180)).toBeUndefined();
  });

  it('when the clock falls behind, then newer tokens show it; when it is set right, then old ones are forgotten', () => {
    expect(aheadAfter(0, 0, -45)).toBe(-45);
    expect(aheadAfter(-45, 0, 0, 0, 0, 0)).toBe(0);
  });
});
