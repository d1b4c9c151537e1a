/** What is wrong with one field of what was sent. */
export interface FieldProblem {
  /** Stable: LB0 to LB9. */
  readonly code: string;
  /** Its name, with a point before each inner one, as `records.0.object`. */
  readonly field: string;
  readonly problem: string;
  readonly fix: string;
}

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
  /** Each field that is at fault, where the failure is about what was sent. */
  readonly faults?: readonly FieldProblem[] | undefined;
}
