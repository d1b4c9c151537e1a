import { DateTime } from 'luxon';
import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import { fieldFault } from '../written-values/field-fault.ts';
import type { ContentRow, FieldPairRow } from './order-content.ts';

/** Values by field of the draft, and by user-defined field; what is blank in Salesforce is null. */
export interface PairedValues<Field extends string> {
  readonly fields: Readonly<Partial<Record<Field, string | null>>>;
  readonly userDefinedFields: Readonly<Record<string, string | null>>;
  readonly faults: readonly FieldFault[];
}

const USER_DEFINED = /^UDF_\w+$/;

/**
 * What the admin's field pairs of one object say of one record. A pair that names a field that the record does not have,
 * or one that drafts do not have, is a fault (LB756): nothing is left out silently.
 */
export function pairedValues<Field extends string>(
  pairs: readonly FieldPairRow[],
  row: ContentRow,
  known: readonly Field[],
  timeZone: string
): PairedValues<Field> {
  const fields: Partial<Record<Field, string | null>> = {};
  const userDefinedFields: Record<string, string | null> = {};
  const faults: FieldFault[] = [];
  for (const pair of pairs) {
    const value = valueAt(row, pair.salesforceField);
    const field = known.find((each) => each === pair.sageField);
    const userDefined = pair.sageField.toUpperCase();
    if (value === undefined) faults.push(noField(pair));
    else if (field !== undefined) fields[field] = asText(value, timeZone);
    else if (USER_DEFINED.test(userDefined)) userDefinedFields[userDefined] = asText(value, timeZone);
    else faults.push(noSageField(pair, known));
  }
  return { fields, userDefinedFields, faults };
}

/** The value at the end of a path; null where a parent is missing, undefined where there is no such field. */
function valueAt(row: ContentRow, path: string): unknown {
  let value: unknown = row;
  for (const name of path.split('.')) {
    if (value === null) return null;
    if (!isRow(value)) return undefined;
    value = value[name];
  }
  return isRow(value) || Array.isArray(value) ? undefined : value;
}

function isRow(value: unknown): value is ContentRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** Sage has days and no moments: a moment becomes its day at the Sage server. A flag becomes Y or N. */
function asText(value: unknown, timeZone: string): string | null {
  if (typeof value === 'boolean') return value ? 'Y' : 'N';
  if (typeof value !== 'string' || value.trim() === '') return null;
  if (!MOMENT.test(value)) return value;
  const moment = DateTime.fromISO(value.replace(/\+0000$/, 'Z'), { zone: timeZone });
  return moment.isValid ? moment.toISODate() : value;
}

function noField({ object, salesforceField }: FieldPairRow): FieldFault {
  const place = { field: `${object}.${salesforceField}`, value: '' };
  return fieldFault(
    'LB756',
    place,
    `A field mapping names ${salesforceField}, which ${object} does not have.`
  );
}

function noSageField({ object, salesforceField, sageField }: FieldPairRow, known: readonly string[]) {
  const place = { field: `${object}.${salesforceField}`, value: sageField };
  const problem = `A field mapping names ${sageField}, which is neither a user-defined field nor one that orders take.`;
  return fieldFault(
    'LB756',
    place,
    problem,
    `Name a field that begins with UDF_, or one of: ${known.join(', ')}.`
  );
}
