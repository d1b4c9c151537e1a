import type { ObjectInfo, PicklistValue, PicklistValues } from 'lightning/uiObjectInfoApi';
import { sections } from './companyFields';
import type { CompanyField } from './companyFields';
import type { FormValues } from './companyValues';

/** A field as the template shows it. */
export interface FormRow {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly isText: boolean;
  readonly isChoice: boolean;
  readonly isChoices: boolean;
  readonly isSwitch: boolean;
  readonly required: boolean;
  readonly maxLength: number | undefined;
  readonly pattern: string | undefined;
  readonly mismatch: string | undefined;
  readonly text: string;
  readonly checked: boolean;
  readonly chosen: readonly string[];
  readonly options: readonly PicklistValue[];
}

/** The sections with those of their fields that the user may see. */
export function formSections(
  info: ObjectInfo,
  picklists: Readonly<Record<string, PicklistValues>>,
  values: FormValues
): readonly { readonly heading: string; readonly rows: readonly FormRow[] }[] {
  return sections
    .map(({ heading, fields }) => ({
      heading,
      rows: fields
        .filter(({ name }) => info.fields[name] !== undefined)
        .map((field) => rowOf(field, info, picklists[field.name]?.values ?? [], values))
    }))
    .filter(({ rows }) => rows.length > 0);
}

function rowOf(
  field: CompanyField,
  info: ObjectInfo,
  options: readonly PicklistValue[],
  values: FormValues
): FormRow {
  const { name, kind, required, maxLength, pattern, mismatch } = field;
  const value = values.get(name);
  const text = typeof value === 'string' ? value : '';
  return {
    name,
    label: info.fields[name]?.label ?? name,
    help: info.fields[name]?.inlineHelpText ?? '',
    isText: kind === 'text',
    isChoice: kind === 'choice',
    isChoices: kind === 'choices',
    isSwitch: kind === 'switch',
    required,
    maxLength,
    pattern,
    mismatch,
    text,
    checked: value === true,
    chosen: text === '' ? [] : text.split(';'),
    options
  };
}
