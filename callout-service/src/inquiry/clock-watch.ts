import type { Clock } from '../telemetry/clock.ts';

/** Compares this machine's clock with that of Salesforce. */
export interface ClockWatch {
  /** @param issuedAt the token's `iat`, in seconds since 1970. */
  tokenSeen(issuedAt: number): void;
  /** Seconds this machine is ahead, as the newest token showed; undefined before the first one. */
  secondsAhead(): number | undefined;
}

/** Looks at a token only when it is newer than all before: one that is used again says nothing of the clocks. */
export function createClockWatch(clock: Clock): ClockWatch {
  let newest = Number.NEGATIVE_INFINITY;
  let ahead: number | undefined;
  return {
    tokenSeen(issuedAt) {
      if (issuedAt <= newest) return;
      newest = issuedAt;
      ahead = Math.round(clock().toSeconds() - issuedAt);
    },
    secondsAhead: () => ahead
  };
}
