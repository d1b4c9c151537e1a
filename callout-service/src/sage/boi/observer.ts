import type { ErrorCode } from '../../errors/catalogue.ts';

/** One operation that came to its end, however. */
export interface OperationEvent {
  /** What it was, as `create sales order`. */
  readonly name: string;
  /** From the call to the answer, waiting included. */
  readonly durationMs: number;
  /** Part of it spent waiting for operations before it, or for the end of a pause. */
  readonly waitedMs: number;
  /** Round trips to the bridge. */
  readonly batches: number;
  /** Absent when the operation succeeded. */
  readonly code?: ErrorCode;
}

/** How much is under way. */
export interface QueueEvent {
  readonly waiting: number;
  readonly running: boolean;
  readonly paused: boolean;
}

/**
 * Why a bridge process ended: `closed` in order, `crashed` by itself, `silent` without heartbeats, `overdue` past a
 * deadline, `broken` by a line that is no message, `unfit` with another version of the protocol.
 */
export type BridgeEnd = 'closed' | 'crashed' | 'silent' | 'overdue' | 'broken' | 'unfit';

/** Why a session was given up: it is old, was used often or stood idle, after an error, for a pause, or at the end. */
export type SessionEnd = 'age' | 'operations' | 'idle' | 'error' | 'pause' | 'closed';

/** What metrics may listen to. Calls are made in passing and must neither throw nor take long. */
export interface BoiObserver {
  operationEnded?(event: OperationEvent): void;
  queueChanged?(event: QueueEvent): void;
  bridgeStarted?(event: { readonly pid: number | undefined }): void;
  bridgeEnded?(event: { readonly pid: number | undefined; readonly end: BridgeEnd }): void;
  sessionOpened?(event: { readonly durationMs: number }): void;
  sessionEnded?(event: { readonly end: SessionEnd }): void;
}
