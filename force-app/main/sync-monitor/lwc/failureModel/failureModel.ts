/** Failures as the service gives them, and the questions that pages ask about them. */
export { askDetail, askPage, replay, skip } from './questions';
export type { FailureFilter } from './questions';
export { readAct, readAttempt } from './deadLetters';
export { laneInWords } from './laneWords';
export { recordOf } from './recordOf';
export type { FailedRecord } from './recordOf';
export type {
  Act,
  Attempt,
  Cause,
  DeadLetter,
  DeadLetterDetail,
  DeadLetterPage,
  Decision,
  JobState,
  LaneCount
} from './deadLetters';
