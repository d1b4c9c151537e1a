import type { RunningOrg } from '@ledger-bridge/org-emulator';
import { pino } from 'pino';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { connectSalesforce, type SalesforceOptions } from '../connect-salesforce.ts';
import type { RecordOutcome } from '../port/salesforce-records.ts';
import type { Salesforce } from '../port/salesforce.ts';
import { configurationOf } from './local-org.ts';

/** A local org as the service reaches it. */
export function connectTo(
  org: Pick<RunningOrg, 'pubSub' | 'url'>,
  changes: Partial<SalesforceOptions> = {}
): Salesforce {
  return connectSalesforce({ ...configurationOf(org), logger: pino({ level: 'silent' }), ...changes });
}

/** What a promise was rejected with. */
export async function failureOf(promise: Promise<unknown>): Promise<LedgerBridgeError> {
  const thrown: unknown = await promise.then(
    () => undefined,
    (error: unknown) => error
  );
  if (thrown instanceof LedgerBridgeError) return thrown;
  throw new Error('It did not fail as the service fails', { cause: thrown });
}

/** The id of a record that was taken. */
export function idOf(outcome: RecordOutcome | undefined): string {
  if (outcome?.ok === true) return outcome.id;
  throw new Error('The record was refused', { cause: outcome?.error });
}

/** Of each record its id or the code of its failure. */
export function codesOf(outcomes: readonly RecordOutcome[]): string[] {
  return outcomes.map((outcome) => (outcome.ok ? outcome.id : outcome.error.code));
}

/** Looks until it is so, for five seconds at most. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 5_000;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error('It did not come to that within five seconds');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
