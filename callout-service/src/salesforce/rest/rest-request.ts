import type { RequestKind } from '../observer.ts';

/** A request to the REST API. */
export interface RestRequest {
  readonly kind: RequestKind;
  readonly method: 'GET' | 'PATCH' | 'POST';
  /** From the root of the instance on, as `/services/data/v66.0/limits`. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Whether it may be sent again when it is not known what became of it. */
  readonly repeatable: boolean;
}
