import { lanes, type Lane } from '../lanes.ts';

/**
 * Lanes that only keep books. A dead job there raises no failure record and no alert of its own: records about records
 * that could not be written would never end. They stand in the service's log and among its dead letters.
 */
export const bookkeepingLanes: readonly Lane[] = [
  lanes.syncLog,
  lanes.syncFailure,
  lanes.alertMail,
  lanes.alertEvent
];
