import type { SalesforceFields, SalesforceRow } from '../../../salesforce/port/salesforce-records.ts';
import type { SalesforceFieldsOf } from '../record/salesforce-fields.ts';
import { areSame, valuesOfRow } from '../record/salesforce-values.ts';

/** Of the wanted values those that the row does not have yet. */
export function differingFields(
  row: SalesforceRow,
  wanted: SalesforceFields,
  fields: SalesforceFieldsOf
): SalesforceFields {
  const now = valuesOfRow(row, Object.keys(wanted), fields);
  const differing = Object.entries(wanted).filter(
    ([name, value]) => !areSame(now[name] ?? null, asFieldValue(value), fields.typeOf(name))
  );
  return Object.fromEntries(differing);
}

function asFieldValue(value: string | number | boolean | null): string | boolean | null {
  return typeof value === 'number' ? String(value) : value;
}
