import type { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import {
  faultCause,
  faultError,
  notWrittenError,
  refusalError,
  unknownError,
  type ErrorSetting
} from './batch-errors.ts';
import type { BatchOutcome } from './bridge-process.ts';
import { wasNotCalled } from './com-faults.ts';
import type { PlannedStep } from './planned-step.ts';
import type { BatchDone, BatchFault, StepResult } from './protocol.ts';
import { DONE_WITH_WARNING, REFUSED } from './return-codes.ts';

/** What a batch came to. */
export interface Judgement {
  /** Steps that were done, with their results: all of them, or those before the one that failed. */
  readonly done: readonly { readonly planned: PlannedStep; readonly result: StepResult }[];
  /** What Sage remarked and did all the same. */
  readonly warnings: readonly string[];
  /** Whether a step that changes Sage's files was done. */
  readonly committed: boolean;
  readonly error?: LedgerBridgeError;
  /** Whether the session can be used further: Sage's refusals leave it as it was. */
  readonly sessionIsSound: boolean;
}

/**
 * Reads the outcome of a batch. Nothing but an answer proves that a step did not run: a batch without one is unknown as
 * soon as one of its steps changes files, however early the last sign of life was. `committedBefore` says that an
 * earlier batch of the same operation changed them; what fails then is never called unwritten.
 */
export function judgeBatch(
  steps: readonly PlannedStep[],
  outcome: BatchOutcome,
  committedBefore: boolean,
  setting: ErrorSetting
): Judgement {
  if (outcome.type === 'answered') {
    const { answer } = outcome;
    return answer.type === 'done'
      ? judgeDone(steps, answer, setting)
      : judgeFault(steps, answer, committedBefore, setting);
  }
  const reason = outcome.type === 'lost' ? outcome.end : outcome.type;
  const mayBeWritten = committedBefore || (outcome.type === 'lost' && commits(steps));
  const error = mayBeWritten ? unknownError(reason, setting) : notWrittenError(reason, setting);
  return { done: [], warnings: [], committed: committedBefore, error, sessionIsSound: false };
}

function judgeDone(steps: readonly PlannedStep[], answer: BatchDone, setting: ErrorSetting): Judgement {
  const last = answer.results.length - 1;
  const done = pair(steps, answer.stopped ? answer.results.slice(0, last) : answer.results);
  const base = { ...summary(done, setting), sessionIsSound: true };
  if (!answer.stopped) return base;
  const planned = steps[last];
  const result = answer.results[last];
  if (planned === undefined || result === undefined) throw new Error('an answer does not fit its batch');
  if (planned.commits && result.value !== REFUSED) {
    const cause = new Error(
      `${planned.place.object} ${planned.place.member} returned ${String(result.value)}`
    );
    return { ...base, sessionIsSound: false, error: unknownError('fault', setting, cause) };
  }
  return { ...base, error: refusalError(planned, result, setting) };
}

function judgeFault(
  steps: readonly PlannedStep[],
  answer: BatchFault,
  committedBefore: boolean,
  setting: ErrorSetting
): Judgement {
  const done = pair(steps, answer.results);
  const base = { ...summary(done, setting), sessionIsSound: false };
  const planned = steps[answer.fault.step];
  if (planned === undefined) throw new Error('a fault names no step of its batch');
  const mayBeWritten = committedBefore || base.committed || (planned.commits && !wasNotCalled(answer.fault));
  if (!mayBeWritten) return { ...base, error: faultError(planned, answer, setting) };
  return { ...base, error: unknownError('fault', setting, faultCause(planned.place, answer.fault, setting)) };
}

function pair(steps: readonly PlannedStep[], results: readonly StepResult[]): Judgement['done'] {
  return results.flatMap((result, index) => {
    const planned = steps[index];
    return planned === undefined ? [] : [{ planned, result }];
  });
}

function summary(done: Judgement['done'], { mask }: ErrorSetting) {
  const warnings = done
    .filter(({ result }) => result.value === DONE_WITH_WARNING && result.message !== undefined)
    .map(({ result }) => mask(result.message ?? '').trim());
  return { done, warnings, committed: commits(done.map(({ planned }) => planned)) };
}

function commits(steps: readonly PlannedStep[]): boolean {
  return steps.some((step) => step.commits);
}
