import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { SalesforceFields, SalesforceRecords } from '../../salesforce/port/salesforce-records.ts';
import type { Logger } from '../../telemetry/logger.ts';

/** A record that could not be written. */
export interface WriteFailure {
  readonly object: string;
  readonly id: string;
  readonly error: LedgerBridgeError;
}

interface WriteParts {
  readonly records: Pick<SalesforceRecords, 'update'>;
  readonly logger: Logger;
}

/** Writes the changes of one object's records; no request without any. A record that has gone since is passed over. */
export async function writeRecords(
  { records, logger }: WriteParts,
  object: string,
  changes: readonly { readonly id: string; readonly fields: SalesforceFields }[]
): Promise<readonly WriteFailure[]> {
  if (changes.length === 0) return [];
  const outcomes = await records.update(object, changes);
  return outcomes.flatMap((outcome, index) => {
    const id = changes[index]?.id ?? '';
    if (outcome.ok) return [];
    if (outcome.error.code !== 'LB706') return [{ object, id, error: outcome.error }];
    logger.warn({ object, recordId: id }, 'a record that was to be written is not in Salesforce any more');
    return [];
  });
}

/**
 * Throws what a job fails of when some of its records could not be written. What may pass is tried again first, with all
 * the rest: writing a record again changes nothing, and what stays refused is found again then.
 */
export function throwFailures(failures: readonly WriteFailure[], what: string): void {
  const failure = failures.find(({ error }) => error.entry.kind !== 'permanent') ?? failures[0];
  if (failure === undefined) return;
  const { object, id, error } = failure;
  const others = failures.length > 1 ? ` So were ${failures.length - 1} more of its records.` : '';
  throw new LedgerBridgeError(error.code, {
    detail: `${error.message} This was ${object} ${id} of ${what}.${others}`,
    faults: error.faults,
    cause: error,
    ...(error.retryAfterMs !== undefined && { retryAfterMs: error.retryAfterMs })
  });
}
