import { lanes } from '../lanes.ts';

/**
 * Lanes that only tell of what happened. Their dead jobs make no failure record of themselves: it could not be written for
 * the same reason. Log and status show them.
 */
const BOOKKEEPING: ReadonlySet<string> = new Set([
  lanes.syncLog,
  lanes.syncFailure,
  lanes.alertMail,
  lanes.alertEvent
]);

/** Whether the lane moves nothing between both systems. */
export function isBookkeeping(lane: string): boolean {
  return BOOKKEEPING.has(lane);
}
