import type { FlowValue } from '../flow-value.ts';
import type { FlowTrace, TraceNote, TraceOutcome, TraceStep } from './flow-trace.ts';

type Head = Pick<FlowTrace, 'flow' | 'id' | 'label' | 'startedAt' | 'trigger' | 'user'>;

/** Notes, while an interview runs, what its elements do. */
export class TraceRecorder {
  readonly #head: Head;
  readonly #steps: TraceStep[] = [];
  #notes: TraceNote[] = [];
  inputs: Readonly<Record<string, FlowValue>> = {};
  outputs: Readonly<Record<string, FlowValue>> = {};
  interviewLabel: string | null = null;
  outcome: TraceOutcome = 'running';
  faultMessage: string | undefined;

  constructor(head: Head) {
    this.#head = head;
  }

  /** Adds to what the running element did. */
  note(what: string, value: FlowValue): void {
    this.#notes.push({ what, value });
  }

  /** An element is done, or has failed. */
  step(step: Omit<TraceStep, 'did'>): void {
    this.#steps.push({ ...step, did: this.#notes });
    this.#notes = [];
  }

  ended(outcome: TraceOutcome, faultMessage?: string): void {
    this.outcome = outcome;
    this.faultMessage = faultMessage;
  }

  /** The steps so far. */
  get steps(): readonly TraceStep[] {
    return this.#steps;
  }

  /** The run as it stands at this moment. */
  get trace(): FlowTrace {
    const { interviewLabel, inputs, outputs, outcome, faultMessage } = this;
    return {
      ...this.#head,
      interviewLabel,
      inputs,
      steps: this.#steps,
      outcome,
      faultMessage,
      outputs
    };
  }
}
