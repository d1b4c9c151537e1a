import type { ErrorCode } from '../../errors/catalogue.ts';
import { errorCatalogue } from '../../errors/catalogue.ts';
import { type FieldFault, LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { SalesforceFields } from '../port/salesforce-records.ts';
import { failureCodes } from './failure-codes.ts';
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
  const code = codeOf(refusals);
  const named = [...new Set(refusals.map((refusal) => refusal.code))].join(', ') || 'no reason given';
  return new LedgerBridgeError(code, {
    detail: `Salesforce did not take a record of ${record.object} (${named}).`,
    subject: subjectOf(record),
    faults: faultsOf(code, refusals, record.fields)
  });
}

function codeOf(refusals: readonly Refusal[]): ErrorCode {
  if (refusals.some(holdsALock)) return 'LB707';
  const [first] = refusals;
  // Without a field it is the record itself that is not there; with one, what the field points at.
  if (first?.code === 'INVALID_CROSS_REFERENCE_KEY' && first.fields.length === 0) return 'LB706';
  if (first !== undefined && forbidsObject(first)) return 'LB710';
  return failureCodes[first?.code ?? ''] ?? 'LB705';
}

/** The code is also that of a trigger's failure; only the words tell that the user may not write the object at all. */
function forbidsObject({ code, words }: Refusal): boolean {
  return code === 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY' && /entity type cannot be/i.test(words);
}

/** A lock may hide in the words of a flow or trigger that ran into it. */
export function holdsALock({ code, words }: Refusal): boolean {
  return code === 'UNABLE_TO_LOCK_ROW' || words.includes('UNABLE_TO_LOCK_ROW');
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
