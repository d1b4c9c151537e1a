import type { Asked } from 'c/sageOperation';
import type { ServiceStatus } from './serviceStatus';
import type { SetupFacts } from './setupFacts';

/** What one test brought; waiting while it runs. */
export type Part<T> = { readonly kind: 'waiting' } | Asked<T>;

/** All that the page has found out. */
export interface Findings {
  /** What the service says of itself; asked with the credential of administrators. */
  readonly status: Part<ServiceStatus>;
  readonly facts: Part<SetupFacts>;
  /** Whether the service took the reader's token: its answer to a question that it refuses is a problem as well. */
  readonly reader: Part<string>;
}

const waiting = { kind: 'waiting' } as const;

/** Before anything was tested. */
export const NOTHING_YET: Findings = { status: waiting, facts: waiting, reader: waiting };

/** Whether every test has brought something. */
export function isComplete(findings: Findings): boolean {
  return [findings.status, findings.facts, findings.reader].every(({ kind }) => kind !== 'waiting');
}
