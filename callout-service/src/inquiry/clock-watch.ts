import type { Clock } from '../telemetry/clock.ts';

/** Tokens that are compared. Salesforce uses a token again until it ends, so the age of a single one says little. */
const TOKENS_COMPARED = 5;
const TOKENS_NEEDED = 3;

/** Compares this machine's clock with that of Salesforce. */
export interface ClockWatch {
  /** @param issuedAt the token's `iat`, in seconds since 1970. */
  tokenSeen(issuedAt: number): void;
  /** Seconds this machine is ahead: the smallest age of the last tokens; undefined before there were a few. */
  secondsAhead(): number | undefined;
}

/** Looks at a token only when it is newer than all before: one that is used again says nothing of the clocks. */
export function createClockWatch(clock: Clock): ClockWatch {
  let newest = Number.NEGATIVE_INFINITY;
  let ages: readonly number[] = [];
  return {
    tokenSeen(issuedAt) {
      if (issuedAt <= newest) return;
      newest = issuedAt;
      ages = [...ages, Math.round(clock().toSeconds() - issuedAt)].slice(-TOKENS_COMPARED);
    },
    secondsAhead: () => (ages.length < TOKENS_NEEDED ? undefined : Math.min(...ages))
  };
}
