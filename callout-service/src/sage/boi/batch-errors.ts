import { LedgerBridgeError, type ErrorContext } from '../../errors/ledger-bridge-error.ts';
import { errorCatalogue, type ErrorCode } from '../../errors/catalogue.ts';
import type { BridgeEnd } from './observer.ts';
import { isRightsRefused, isServerGone, wasNotCalled } from './com-faults.ts';
import type { PlannedStep, StepPlace } from './planned-step.ts';
import type { BatchFault, StepResult } from './protocol.ts';
import { codeOfRefusal } from './sage-messages.ts';

/** What an error of an operation is made with. */
export interface ErrorSetting {
  /** Takes credentials out of a text. */
  readonly mask: (text: string) => string;
  /** The record that the operation is about: for people only. */
  readonly subject?: string;
}

/** The error for a step whose return value was not expected, in Sage's own words where people see it. */
export function refusalError(
  planned: PlannedStep,
  result: StepResult,
  setting: ErrorSetting
): LedgerBridgeError {
  const message = setting.mask(result.message ?? '').trim();
  if (planned.loginRefusal !== undefined) return planned.loginRefusal(message);
  const code = codeFor(planned, result, message);
  const { place } = planned;
  const what = place.column === undefined ? place.member : `${place.member} of ${place.column}`;
  const fault = {
    code,
    field: place.field ?? place.column ?? place.object,
    value: place.value ?? '',
    problem: message === '' ? errorCatalogue[code].cause : message,
    fix: errorCatalogue[code].action
  };
  return new LedgerBridgeError(code, {
    detail: `Sage refused ${what} in ${place.object}.`,
    faults: [fault],
    ...subjectOf(setting)
  });
}

function codeFor({ refusedAs }: PlannedStep, { value }: StepResult, message: string): ErrorCode {
  const named = typeof value === 'number' ? refusedAs?.[value] : undefined;
  return named ?? codeOfRefusal(message);
}

/** The error for a step that failed in COM or cannot be run, when no file of Sage can have changed. */
export function faultError(
  planned: PlannedStep,
  { fault }: BatchFault,
  setting: ErrorSetting
): LedgerBridgeError {
  const { place, step } = planned;
  const context = { cause: faultCause(place, fault, setting), ...subjectOf(setting) };
  const where = `${place.member} of ${place.object}`;
  if (step.op === 'create' || isServerGone(fault))
    return error('LB513', 'The Business Object Interface of Sage cannot be reached.', context);
  if (place.member === 'NewObject' && isRightsRefused(fault))
    return error('LB514', `The user of the Business Object Interface may not use ${place.object}.`, context);
  if (planned.faultAs !== undefined) return error(planned.faultAs, `${where} failed inside Sage.`, context);
  if (wasNotCalled(fault)) return error('LB524', `${where} cannot be called.`, context);
  return error('LB511', `${where} failed inside Sage.`, context);
}

/** A COM message as the cause of an error: without credentials, and without what it quotes, which may be a value. */
export function faultCause(place: StepPlace, fault: BatchFault['fault'], { mask }: ErrorSetting): Error {
  const message = mask(fault.message).replace(/(["'])(?:(?!\1).)*\1/g, '$1…$1');
  return new Error(`${place.object} ${place.member}: ${fault.kind} ${fault.code} ${message}`);
}

/** The error when the bridge gave no answer and nothing can have been written. */
export function notWrittenError(
  reason: BridgeEnd | 'never-sent' | 'late',
  setting: ErrorSetting
): LedgerBridgeError {
  return error('LB513', `The bridge to Sage ${REASONS[reason]}; nothing was written.`, subjectOf(setting));
}

/** The error when a step that changes Sage's files may have run, or did run, and no answer says what became of it. */
export function unknownError(
  reason: BridgeEnd | 'never-sent' | 'late' | 'fault',
  setting: ErrorSetting,
  cause?: unknown
): LedgerBridgeError {
  const detail = `The bridge to Sage ${REASONS[reason]}; the record may have been written.`;
  return error('LB512', detail, { ...subjectOf(setting), ...(cause === undefined ? {} : { cause }) });
}

const REASONS: Record<BridgeEnd | 'never-sent' | 'late' | 'fault', string> = {
  closed: 'was closed',
  crashed: 'ended by itself',
  silent: 'gave no sign of life and was killed',
  overdue: 'did not answer in time and was killed',
  broken: 'wrote something that is no message and was killed',
  unfit: 'speaks another version of the protocol',
  late: 'was not given its steps in time',
  'never-sent': 'was not there any more',
  fault: 'met a failure inside Sage'
};

function error(code: ErrorCode, detail: string, context: Omit<ErrorContext, 'detail'>): LedgerBridgeError {
  return new LedgerBridgeError(code, { detail, ...context });
}

function subjectOf({ subject }: ErrorSetting): { readonly subject?: string } {
  return subject === undefined ? {} : { subject };
}
