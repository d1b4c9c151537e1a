import type { FlowValue } from '../flow-value.ts';

/** One thing an element did: a short name of it, and its value or outcome. */
export interface TraceNote {
  readonly what: string;
  readonly value: FlowValue;
}

/** What one element did in one run. */
export interface TraceStep {
  /** Name of the element; inside of a subflow `Subflow.Element`. */
  readonly name: string;
  readonly kind: string;
  /** In order: values set, conditions and their results, records found or changed, statuses of callouts. */
  readonly did: readonly TraceNote[];
  /** Why it failed, where it did. */
  readonly fault: string | undefined;
  /** The element it went on to; undefined where the path ended. */
  readonly next: string | undefined;
  /** Real time it took, with the waits for others. */
  readonly durationMs: number;
}

/** How a run ended, or what it waits for. */
export type TraceOutcome = 'fault' | 'finished' | 'running' | 'screen' | 'waiting';

/** One run of a flow, with all that explains it. */
export interface FlowTrace {
  /** Interview GUID. */
  readonly id: string;
  readonly flow: string;
  readonly label: string;
  /** The interview label of the flow's version, with its merge fields replaced. */
  readonly interviewLabel: string | null;
  /** What started it, such as `RecordAfterSave Account 001… (Update)` or `REST`. */
  readonly trigger: string;
  readonly user: string;
  /** ISO 8601, of the org's clock. */
  readonly startedAt: string;
  readonly inputs: Readonly<Record<string, FlowValue>>;
  readonly steps: readonly TraceStep[];
  readonly outcome: TraceOutcome;
  readonly faultMessage: string | undefined;
  readonly outputs: Readonly<Record<string, FlowValue>>;
}
