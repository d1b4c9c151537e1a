import type { ErrorCode } from '../../errors/catalogue.ts';

/** What metrics may listen to. Calls are made in passing and must neither throw nor take long. */
export interface EventStreamObserver {
  /** `channel` is one of the few that the service subscribes to. */
  opened?(event: { readonly channel: string }): void;
  /** The stream ended, or could not be opened. */
  interrupted?(event: { readonly channel: string; readonly code: ErrorCode }): void;
  /** Something came, keep-alives with 0 events, and was processed. */
  processed?(event: { readonly channel: string; readonly events: number; readonly durationMs: number }): void;
  /** Salesforce could not go on after the last replay id. */
  gap?(event: { readonly channel: string }): void;
}
