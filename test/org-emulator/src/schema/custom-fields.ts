import type { CustomFieldMetadata } from '../metadata/custom-field.ts';
import type { PackageMetadata } from '../metadata/package-metadata.ts';
import { picklistProperties } from './custom-picklists.ts';
import type { FieldDefinition, FieldType } from './field.ts';
import { field, readOnly } from './field-builders.ts';
import { summaryProperties } from './summary-fields.ts';

type MetadataType = NonNullable<CustomFieldMetadata['type']>;

const describeTypes: Readonly<Record<MetadataType, FieldType>> = {
  AutoNumber: 'string',
  Checkbox: 'boolean',
  Currency: 'currency',
  Date: 'date',
  DateTime: 'datetime',
  Email: 'email',
  Html: 'textarea',
  LongTextArea: 'textarea',
  Lookup: 'reference',
  MasterDetail: 'reference',
  MultiselectPicklist: 'multipicklist',
  Number: 'double',
  Percent: 'percent',
  Phone: 'phone',
  Picklist: 'picklist',
  Summary: 'double',
  Text: 'string',
  TextArea: 'textarea',
  Time: 'time',
  Url: 'url'
};

/** Lengths that Salesforce fixes for a type (Object Reference, "Primitive Data Types", "Field Types"). */
const fixedLengths: Partial<Record<MetadataType, number>> = {
  AutoNumber: 30,
  Email: 80,
  Lookup: 18,
  MasterDetail: 18,
  MultiselectPicklist: 4099,
  Phone: 40,
  Picklist: 255,
  TextArea: 255,
  Url: 255
};

/** A package's field as the schema knows it. Throws with the reason when it cannot exist in the local org. */
export function customFieldDefinition(
  metadata: CustomFieldMetadata,
  metadataType: MetadataType,
  deployed: PackageMetadata
): FieldDefinition {
  const type = describeTypes[metadataType];
  const required = (metadata.required ?? false) || metadataType === 'MasterDetail';
  return field(metadata.fullName, metadata.label ?? metadata.fullName, type, {
    custom: true,
    length: fixedLengths[metadataType] ?? metadata.length ?? 0,
    precision: metadata.precision ?? 0,
    scale: metadata.scale ?? 0,
    required,
    nillable: !required && type !== 'boolean',
    unique: metadata.unique ?? false,
    caseSensitive: metadata.caseSensitive ?? false,
    externalId: metadata.externalId ?? false,
    helpText: metadata.inlineHelpText ?? null,
    trackHistory: metadata.trackHistory ?? false,
    html: metadataType === 'Html',
    ...kindProperties(metadata, metadataType, deployed)
  });
}

function kindProperties(
  metadata: CustomFieldMetadata,
  type: MetadataType,
  deployed: PackageMetadata
): Partial<FieldDefinition> {
  if (metadata.formula !== undefined) return formulaProperties(metadata, type, metadata.formula);
  switch (type) {
    case 'AutoNumber':
      return {
        ...readOnly,
        nillable: false,
        autoNumber: metadata.displayFormat ?? '{0}',
        autoNumberStart: metadata.startingNumber ?? 1
      };
    case 'Checkbox':
      return { defaultValue: metadata.defaultValue === 'true' };
    case 'Lookup':
    case 'MasterDetail':
      return referenceProperties(metadata, type === 'MasterDetail');
    case 'MultiselectPicklist':
    case 'Picklist':
      return { ...picklistProperties(metadata, deployed.globalValueSets), ...defaultFormula(metadata) };
    case 'Summary':
      return { ...readOnly, ...summaryProperties(metadata) };
    default:
      return defaultFormula(metadata);
  }
}

function defaultFormula({ defaultValue }: CustomFieldMetadata): Partial<FieldDefinition> {
  return defaultValue === undefined ? {} : { defaultFormula: defaultValue };
}

/** Formula fields are never written and may always be empty; texts have at most 1,300 characters. */
function formulaProperties(
  metadata: CustomFieldMetadata,
  type: MetadataType,
  formula: string
): Partial<FieldDefinition> {
  const isNumber = type === 'Currency' || type === 'Number' || type === 'Percent';
  return {
    ...readOnly,
    formula: { formula, treatBlanksAs: metadata.formulaTreatBlanksAs ?? 'BlankAsZero' },
    ...(isNumber ? { precision: 18 } : {}),
    ...(type === 'Text' ? { length: 1300 } : {})
  };
}

function referenceProperties(metadata: CustomFieldMetadata, masterDetail: boolean): Partial<FieldDefinition> {
  const { fullName, referenceTo, relationshipName, relationshipLabel } = metadata;
  const requiredLookup = metadata.required ? 'Restrict' : 'SetNull';
  return {
    referenceTo: referenceTo === undefined ? [] : [referenceTo],
    relationshipName: fullName.replace(/__c$/, '__r'),
    childRelationshipName: relationshipName === undefined ? null : `${relationshipName}__r`,
    childRelationshipLabel: relationshipLabel ?? null,
    masterDetail,
    updateable: !masterDetail || (metadata.reparentableMasterDetail ?? false),
    deleteConstraint: masterDetail ? 'Cascade' : (metadata.deleteConstraint ?? requiredLookup)
  };
}
