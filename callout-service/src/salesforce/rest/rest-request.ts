import type { RequestKind } from '../observer.ts';

/** A request to the REST API. */
export interface RestRequest {
  readonly kind: RequestKind;
  readonly method: 'DELETE' | 'GET' | 'PATCH' | 'POST' | 'PUT';
  /** From the root of the instance on, as `/services/data/v66.0/limits`. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, instead of a body: a table of rows. */
  readonly csv?: string;
  /** What the answer holds: JSON, unless it is a table, which is given back as its text. */
  readonly answers?: 'csv' | 'json';
  /** Where 404 says no more than that there is none: it is answered as undefined. */
  readonly mayBeAbsent?: boolean;
  /** For all of it, where what goes either way is large; the usual time unless given. */
  readonly timeoutMs?: number;
  /** Whether it may be sent again when it is not known what became of it. */
  readonly repeatable: boolean;
}
