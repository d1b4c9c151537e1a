import type { Expectation } from './protocol.ts';

// Return values of Business Object Interface calls: 1 done, 0 refused, -1 done with a warning; of nSetKey also 2, a new
// record. The words for 0 and -1 are in sLastErrorMsg until the next call (Sage 100, writing event scripts).
export const DONE = 1;
export const REFUSED = 0;
export const DONE_WITH_WARNING = -1;
export const NEW_RECORD = 2;

const MESSAGE_PROPERTY = 'sLastErrorMsg';

/** Goes on when a call was done, with or without a warning. */
export const expectDone: Expectation = {
  goOn: [DONE, DONE_WITH_WARNING],
  quiet: [DONE],
  message: MESSAGE_PROPERTY
};

/** What nSetKey may answer, by the record that is wanted. */
export const expectKey = {
  new: { goOn: [NEW_RECORD], quiet: [DONE, NEW_RECORD], message: MESSAGE_PROPERTY },
  existing: { goOn: [DONE, DONE_WITH_WARNING], quiet: [DONE, NEW_RECORD], message: MESSAGE_PROPERTY },
  either: {
    goOn: [DONE, NEW_RECORD, DONE_WITH_WARNING],
    quiet: [DONE, NEW_RECORD],
    message: MESSAGE_PROPERTY
  }
} as const satisfies Record<string, Expectation>;
