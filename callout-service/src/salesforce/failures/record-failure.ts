import type { ErrorCode } from '../../errors/catalogue.ts';
import { errorCatalogue } from '../../errors/catalogue.ts';
import { type FieldFault, LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { SalesforceFields } from '../port/salesforce-records.ts';
import { codeOfRefusals } from './failure-codes.ts';
import type { Refusal } from './refusals.ts';

/** A record that was sent, for what is told of its failure. */
export interface SentRecord {
  readonly object: string;
  /** Its id or external id, where it has one. */
  readonly key: string | undefined;
  readonly fields: SalesforceFields;
}

/** The failure of one record of a list. Salesforce's own words are in its faults: for people, not for the log. */
export function recordFailure(refusals: readonly Refusal[], record: SentRecord): LedgerBridgeError {
  const code = codeOfRefusals(refusals) ?? 'LB705';
  const named = [...new Set(refusals.map((refusal) => refusal.code))].join(', ') || 'no reason given';
  return new LedgerBridgeError(code, {
    detail: `Salesforce did not take a record of ${record.object} (${named}).`,
    subject: subjectOf(record),
    faults: faultsOf(code, refusals, record.fields)
  });
}

/** A fault per field that Salesforce names, or one for the record. */
export function faultsOf(
  code: ErrorCode,
  refusals: readonly Refusal[],
  values: SalesforceFields
): FieldFault[] {
  return refusals.flatMap(({ code: theirs, words, fields }) =>
    (fields.length === 0 ? ['record'] : fields).map((field) => ({
      code,
      field,
      value: String(values[field] ?? ''),
      problem: words === '' ? theirs : words,
      fix: errorCatalogue[code].action
    }))
  );
}

/** The failure of a whole request as that of one of its records. */
export function ofRecord(failure: LedgerBridgeError, record: SentRecord): LedgerBridgeError {
  const { code, message, faults, retryAfterMs, cause } = failure;
  return new LedgerBridgeError(code, {
    detail: message,
    subject: subjectOf(record),
    faults,
    cause,
    ...(retryAfterMs !== undefined && { retryAfterMs })
  });
}

function subjectOf({ object, key }: SentRecord): string {
  return key === undefined ? object : `${object} ${key}`;
}
