import type { CustomFieldMetadata } from '../metadata/custom-field.ts';
import type { FieldDefinition, FieldType, FieldValue } from './field.ts';
import { field } from './field-builders.ts';

const describeTypes: Readonly<Record<CustomFieldMetadata['type'], FieldType>> = {
  AutoNumber: 'string',
  Checkbox: 'boolean',
  Currency: 'currency',
  Date: 'date',
  DateTime: 'datetime',
  Email: 'email',
  Html: 'textarea',
  LongTextArea: 'textarea',
  Lookup: 'reference',
  MultiselectPicklist: 'multipicklist',
  Number: 'double',
  Percent: 'percent',
  Phone: 'phone',
  Picklist: 'picklist',
  Text: 'string',
  TextArea: 'textarea',
  Url: 'url'
};

/** Lengths that Salesforce fixes for a type (Object Reference, "Primitive Data Types", "Field Types"). */
const fixedLengths: Partial<Record<CustomFieldMetadata['type'], number>> = {
  Email: 80,
  Lookup: 18,
  MultiselectPicklist: 4099,
  Phone: 40,
  Picklist: 255,
  TextArea: 255,
  Url: 255
};

/** A package's field as the schema knows it. Throws with the reason when it cannot exist in the local org. */
export function customFieldDefinition(metadata: CustomFieldMetadata): FieldDefinition {
  if (metadata.type === 'AutoNumber') throw new Error('AutoNumber fields are not supported by the local org');
  const type = describeTypes[metadata.type];
  const required = metadata.required ?? false;
  return field(metadata.fullName, metadata.label, type, {
    custom: true,
    length: fixedLengths[metadata.type] ?? metadata.length ?? 0,
    precision: metadata.precision ?? 0,
    scale: metadata.scale ?? 0,
    required,
    nillable: !required && type !== 'boolean',
    unique: metadata.unique ?? false,
    caseSensitive: metadata.caseSensitive ?? false,
    externalId: metadata.externalId ?? false,
    defaultValue: defaultValue(metadata),
    helpText: metadata.inlineHelpText ?? null,
    referenceTo: metadata.referenceTo === undefined ? [] : [metadata.referenceTo],
    relationshipName: type === 'reference' ? metadata.fullName.replace(/__c$/, '__r') : null,
    ...picklistProperties(metadata)
  });
}

function defaultValue(metadata: CustomFieldMetadata): FieldValue {
  if (metadata.type === 'Checkbox') return metadata.defaultValue === 'true';
  if (metadata.defaultValue === undefined) return null;
  throw new Error('default value formulas are not supported by the local org');
}

function picklistProperties(
  metadata: CustomFieldMetadata
): Pick<FieldDefinition, 'picklistValues' | 'restrictedPicklist'> {
  const values = metadata.valueSet?.valueSetDefinition.value ?? [];
  return {
    restrictedPicklist: metadata.valueSet?.restricted ?? false,
    picklistValues: values.map((each) => ({
      value: each.fullName,
      label: each.label ?? each.fullName,
      isDefault: each.default ?? false
    }))
  };
}
