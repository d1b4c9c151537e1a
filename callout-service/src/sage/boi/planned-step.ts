import type { ErrorCode } from '../../errors/catalogue.ts';
import type { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { Handle, Step, StepResult } from './protocol.ts';

/** Where a step belongs, for the error that it may end in. */
export interface StepPlace {
  /** The business object, as `SO_SalesOrder_bus`. */
  readonly object: string;
  readonly member: string;
  /** The column that the call was about. */
  readonly column?: string;
  /** The same in the words of the request, as `lines[2].quantity`. Default: the column. */
  readonly field?: string;
  /** The value that Sage was to take: for people only. */
  readonly value?: string;
}

/** One step of an operation, with what its answer means. */
export interface PlannedStep {
  readonly step: Step;
  readonly place: StepPlace;
  /** Whether Sage's files may be changed once this step has begun. */
  readonly commits: boolean;
  /** Code of the error for return values that are refused, where it is another than LB511. */
  readonly refusedAs?: Readonly<Record<number, ErrorCode>>;
  /** Code of the error when the step fails in COM, where it is another than LB511. */
  readonly faultAs?: ErrorCode;
  /** The error for a refusal of the session itself, from Sage's words without credentials. */
  readonly loginRefusal?: (message: string) => LedgerBridgeError;
  /** Hears of the result, once the step ran and was not refused. */
  readonly take: (result: StepResult) => void;
}

/** Where steps are put down, to be sent together. */
export interface Plan {
  add(step: PlannedStep): void;
  /** A handle that no other object of this session has. */
  newHandle(name: string): Handle;
}
