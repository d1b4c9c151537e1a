import type { ErrorCode } from '../errors/catalogue.ts';

/** What a request was for: a closed list, so that metrics stay few. */
export type RequestKind =
  'bulk' | 'delete' | 'describe' | 'insert' | 'limits' | 'publish' | 'query' | 'report' | 'update' | 'upsert';

/** One request that came to its end, its waiting and a second try after a new login included. */
export interface RequestEvent {
  readonly kind: RequestKind;
  readonly durationMs: number;
  /** Part of it spent waiting for a free place. */
  readonly waitedMs: number;
  /** Absent when it was answered. */
  readonly code?: ErrorCode;
}

/** What metrics may listen to. Calls are made in passing and must neither throw nor take long. */
export interface SalesforceObserver {
  requestEnded?(event: RequestEvent): void;
  loginEnded?(event: { readonly durationMs: number; readonly code?: ErrorCode }): void;
  /** API requests of the last 24 hours, as Salesforce counts them. */
  usageChanged?(event: { readonly used: number; readonly limit: number }): void;
  /** Requests are held back, for so long at most; `undefined` when they go again. */
  heldChanged?(event: { readonly forMs: number | undefined }): void;
}
