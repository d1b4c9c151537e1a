import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import { fieldFault } from '../../rules/written-values/field-fault.ts';
import type { SalesforceRow, SalesforceValue } from '../../salesforce/port/salesforce-records.ts';
import type { FieldPair } from '../settings/integration-settings.ts';

/** Values that field pairs take from a record, by field of the draft, and apart from them those of user-defined fields. */
export interface PairedValues {
  readonly fields: Readonly<Record<string, string | boolean>>;
  readonly userDefinedFields: Readonly<Record<string, string>>;
  /** LB756, for each pair that cannot be used. */
  readonly faults: readonly FieldFault[];
}

/** What is blank in Salesforce is left out, so that Sage fills it in. A flag is `Y` or `N` in a user-defined field. */
export function pairedValues(
  pairs: readonly FieldPair[],
  object: FieldPair['object'],
  row: SalesforceRow
): PairedValues {
  const fields: Record<string, string | boolean> = {};
  const userDefinedFields: Record<string, string> = {};
  const faults: FieldFault[] = [];
  for (const pair of pairs.filter((each) => each.object === object)) {
    const value = valueAt(row, pair.salesforceField.split('.'));
    if (value === null || value === '') continue;
    if (typeof value !== 'string' && typeof value !== 'boolean') faults.push(notUsable(pair));
    else if (pair.sageField.startsWith('UDF_')) userDefinedFields[pair.sageField] = asText(value);
    else fields[pair.sageField] = value;
  }
  return { fields, userDefinedFields, faults };
}

/** Names of fields are the same in any case. A parent that is not there has no values. */
function valueAt(row: SalesforceRow, [name = '', ...rest]: readonly string[]): SalesforceValue | undefined {
  const found = Object.keys(row).find((field) => field.toLowerCase() === name.toLowerCase());
  const value = found === undefined ? undefined : row[found];
  if (rest.length === 0 || value === undefined || value === null) return value;
  return isRow(value) ? valueAt(value, rest) : undefined;
}

function isRow(value: SalesforceValue): value is SalesforceRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asText(value: string | boolean): string {
  return typeof value === 'string' ? value : value ? 'Y' : 'N';
}

function notUsable({ object, salesforceField }: FieldPair): FieldFault {
  const place = { field: `${object}.${salesforceField}`, value: '' };
  return fieldFault('LB756', place, 'The record has no such field, or it is not a plain value.');
}
