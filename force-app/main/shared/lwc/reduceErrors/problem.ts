/** One failure as people see it: what happened, and what to do. Named after RFC 9457 problem details. */
export interface Problem {
  /** Stable: LB0 to LB9. LB8 are those that arise inside Salesforce, before the service is reached. */
  readonly code: string;
  readonly title: string;
  /** What happened, to which record. */
  readonly detail: string;
  /** What the reader can do now. */
  readonly action: string;
  readonly retryable: boolean;
  /** Finds the request in the service's log. */
  readonly requestId?: string | undefined;
}
