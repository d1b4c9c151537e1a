import { errorCatalogue, type ErrorCode, type ErrorEntry } from './catalogue.ts';

/** What a raiser adds to a catalogue entry: the sentence about this very case, and the cause for the log. */
export interface ErrorContext {
  /** What happened, to which record: shown to people, so no secret and no driver text in it. */
  readonly detail: string;
  readonly cause?: unknown;
}

/** The one error type of the service. Its code decides HTTP status, retry and the advice that people see. */
export class LedgerBridgeError extends Error {
  readonly code: ErrorCode;
  readonly entry: ErrorEntry;

  constructor(code: ErrorCode, context: ErrorContext) {
    super(context.detail, { cause: context.cause });
    this.name = 'LedgerBridgeError';
    this.code = code;
    this.entry = errorCatalogue[code];
  }
}
