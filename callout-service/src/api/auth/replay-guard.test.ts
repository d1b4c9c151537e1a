import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { createReplayGuard } from './replay-guard.ts';
import type { Caller } from './verify-token.ts';

function caller(tokenId: string | undefined, expiresAt = 1_000): Caller {
  return { subject: 'salesforce', role: 'writer', issuedAt: 900, expiresAt, tokenId };
}

function guardAt(start: number, limit?: number) {
  let now = start;
  const guard = createReplayGuard(() => DateTime.fromSeconds(now).toUTC() as DateTime<true>, 5, limit);
  return { guard, moveTo: (seconds: number) => (now = seconds) };
}

describe('the guard against repeated writes', () => {
  it('when a token comes a second time, then it is refused with LB207', () => {
    const { guard } = guardAt(900);
    guard.admit(caller('a'));
    guard.admit(caller('b'));
    expect(() => guard.admit(caller('a'))).toThrow(expect.objectContaining({ code: 'LB207' }));
  });

  it('when a token carries no id, then it is refused', () => {
    const { guard } = guardAt(900);
    expect(() => guard.admit(caller(undefined))).toThrow(expect.objectContaining({ code: 'LB207' }));
  });

  it('when a token is still accepted by tolerance, then it is still remembered', () => {
    const { guard, moveTo } = guardAt(900);
    guard.admit(caller('a'));
    moveTo(1_005);
    expect(() => guard.admit(caller('a'))).toThrow(expect.objectContaining({ code: 'LB207' }));
  });

  it('when more tokens are alive than may be remembered, then writes are refused until some have expired', () => {
    const { guard, moveTo } = guardAt(900, 2);
    guard.admit(caller('a'));
    guard.admit(caller('b'));
    expect(() => guard.admit(caller('c'))).toThrow(expect.objectContaining({ code: 'LB107' }));
    moveTo(1_010);
    expect(() => guard.admit(caller('c', 1_100))).not.toThrow();
  });
});
