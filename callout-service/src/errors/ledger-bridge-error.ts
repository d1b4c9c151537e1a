import { errorCatalogue, type ErrorCode, type ErrorEntry } from './catalogue.ts';

/** One field at fault in what was to be written: shown to people, never logged, since the value may be personal. */
export interface FieldFault {
  readonly code: ErrorCode;
  /** The field in the words of the request, as `lines[2].quantity`. */
  readonly field: string;
  readonly value: string;
  /** What is wrong with it, in one sentence. */
  readonly problem: string;
  /** What would be right. */
  readonly fix: string;
}

/** What a raiser adds to a catalogue entry: the sentence about this very case, and the cause for the log. */
export interface ErrorContext {
  /** What happened: shown to people and logged, so no secret, no driver text and nothing that tells a customer. */
  readonly detail: string;
  /** The record that it happened to, as `AR_Customer 01-ABF`: shown to people, never logged. */
  readonly subject?: string;
  /** Every field at fault, where fields are. */
  readonly faults?: readonly FieldFault[];
  /** How long the other side asks to be left alone (Retry-After). */
  readonly retryAfterMs?: number;
  readonly cause?: unknown;
}

/** The one error type of the service. Its code decides HTTP status, retry and the advice that people see. */
export class LedgerBridgeError extends Error {
  readonly code: ErrorCode;
  readonly entry: ErrorEntry;
  readonly retryAfterMs: number | undefined;
  // Private, since a logger writes down every property of an error that it can see.
  readonly #subject: string | undefined;
  readonly #faults: readonly FieldFault[];

  constructor(code: ErrorCode, context: ErrorContext) {
    super(context.detail, { cause: context.cause });
    this.name = 'LedgerBridgeError';
    this.code = code;
    this.entry = errorCatalogue[code];
    this.retryAfterMs = context.retryAfterMs;
    this.#subject = context.subject;
    this.#faults = context.faults ?? [];
  }

  /** Every field at fault: for people, not for the log. */
  get faults(): readonly FieldFault[] {
    return this.#faults;
  }

  /** What happened and to which record: for people, not for the log. */
  get detail(): string {
    return this.#subject === undefined ? this.message : `${this.message} The record is ${this.#subject}.`;
  }
}
