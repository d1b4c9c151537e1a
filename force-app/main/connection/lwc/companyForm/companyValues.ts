import type { PicklistValues } from 'lightning/uiObjectInfoApi';
import type { RecordRepresentation } from 'lightning/uiRecordApi';
import { FIRST_VALUES, sections } from './companyFields';
import type { CompanyField } from './companyFields';

/** A field's value as the form holds it: several choices with semicolons, as Salesforce keeps them. */
export type FormValue = string | boolean;
export type FormValues = ReadonlyMap<string, FormValue>;

const allFields = sections.flatMap(({ fields }) => fields);

/** What stands in the record; what the user may not see counts as empty. */
export function valuesOf(record: RecordRepresentation): FormValues {
  return new Map(allFields.map((field) => [field.name, valueIn(record, field)]));
}

/** What a new company begins with: what the package proposes, and the org's own defaults of choices. */
export function firstValues(picklists: Readonly<Record<string, PicklistValues>>): FormValues {
  return new Map(
    allFields.map(({ name, kind }) => {
      const preset = FIRST_VALUES[name] ?? (kind === 'switch' ? false : '');
      return [name, picklists[name]?.defaultValue?.value ?? preset];
    })
  );
}

/** What is to be written: the values that differ. An empty text empties the field. */
export function changedValues(before: FormValues, now: FormValues): Readonly<Record<string, unknown>> {
  const changed = [...now].filter(([name, value]) => before.get(name) !== value);
  return Object.fromEntries(changed.map(([name, value]) => [name, value === '' ? null : value]));
}

function valueIn(record: RecordRepresentation, { name, kind }: CompanyField): FormValue {
  const value = record.fields[name]?.value;
  if (kind === 'switch') return value === true;
  return typeof value === 'string' ? value : '';
}
