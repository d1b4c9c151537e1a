import type { AlertTopic } from '../../alerts/alert-notice.ts';
import type { Gate } from '../../jobs/gate.ts';

/** How a gate stands, for `getStatus` and metrics. */
export interface GateState {
  /** As `sage-reading`, `sage-writing`, `salesforce`. */
  readonly name: string;
  readonly open: boolean;
  /** ISO 8601 in UTC: since when it is closed. */
  readonly closedSince: string | undefined;
  /** Code of the catalogue, or a word of our own where no failure closed it. */
  readonly because: string | undefined;
}

/** A gate that people can look at. */
export interface WatchedGate extends Gate {
  readonly name: string;
  state(): GateState;
  /** Ends probes and waits. It stays as it is. */
  close(): void;
}

/** Tells people of a trouble that closed a gate. */
export interface TroubleTeller {
  trouble(detail: string): void;
  well(detail: string): void;
}

export type { AlertTopic };
