import type { CustomFieldMetadata } from '../metadata/custom-field.ts';
import type { ObjectKind } from './object.ts';

type MetadataType = NonNullable<CustomFieldMetadata['type']>;
type Typed = CustomFieldMetadata & { readonly type: MetadataType };

/**
 * Why an org refuses a custom field whatever else there is (Metadata API, CustomField; Salesforce help, "Custom
 * Field Types" and "Custom Field Attributes"). The wording follows that of deployments where it is known.
 */
export function customFieldProblems(field: CustomFieldMetadata, kind: ObjectKind): string[] {
  if (!hasType(field)) return ["must specify 'type' for a custom field"];
  return [
    ...nameProblems(field),
    ...(field.formula === undefined ? missing(field) : formulaProblems(field)),
    ...forbidden(field),
    ...rangeProblems(field),
    ...kindProblems(field, kind)
  ];
}

function hasType(field: CustomFieldMetadata): field is Typed {
  return field.type !== undefined;
}

/** Up to 40 characters, letters, digits and single underscores; a namespace may stand before. */
const fieldName = /^(?:[A-Za-z][A-Za-z0-9]{0,14}__)?[A-Za-z](?:_?[A-Za-z0-9]){0,39}__c$/;

function nameProblems({ fullName, label }: Typed): string[] {
  const base = fullName.split('__').at(-2) ?? '';
  return [
    ...(fieldName.test(fullName) && base.length <= 40
      ? []
      : [
          'the field name can only contain underscores and alphanumeric characters, must begin with a letter, must not contain two underscores in a row, and must not be longer than 40 characters'
        ]),
    ...(label === undefined ? ['must specify a non-empty label for a custom field'] : []),
    ...((label?.length ?? 0) > 40 ? ['the label must not be longer than 40 characters'] : [])
  ];
}

const needed: Partial<Record<MetadataType, readonly (keyof CustomFieldMetadata)[]>> = {
  AutoNumber: ['displayFormat'],
  Checkbox: ['defaultValue'],
  Currency: ['precision', 'scale'],
  Html: ['length'],
  LongTextArea: ['length'],
  Lookup: ['referenceTo'],
  MasterDetail: ['referenceTo', 'relationshipName'],
  MultiselectPicklist: ['valueSet'],
  Number: ['precision', 'scale'],
  Percent: ['precision', 'scale'],
  Picklist: ['valueSet'],
  Summary: ['summaryForeignKey', 'summaryOperation'],
  Text: ['length']
};

function missing(field: Typed): string[] {
  const names = [...(needed[field.type] ?? [])];
  if (field.type === 'Summary' && field.summaryOperation !== 'count') names.push('summarizedField');
  return names
    .filter((name) => field[name] === undefined)
    .map((name) => `must specify '${name}' for a custom field of type ${field.type}`);
}

const formulaTypes: readonly MetadataType[] = [
  'Checkbox',
  'Currency',
  'Date',
  'DateTime',
  'Number',
  'Percent',
  'Text',
  'Time'
];

function formulaProblems({ type }: Typed): string[] {
  return formulaTypes.includes(type) ? [] : [`a custom field of type ${type} cannot be a formula`];
}

const keyTypes: readonly MetadataType[] = ['AutoNumber', 'Email', 'Number', 'Text'];
const uniqueTypes: readonly MetadataType[] = ['Email', 'Number', 'Text'];
const neverRequired: readonly MetadataType[] = [
  'AutoNumber',
  'Checkbox',
  'Html',
  'LongTextArea',
  'MasterDetail',
  'Summary'
];

function forbidden(field: Typed): string[] {
  const isFormula = field.formula !== undefined;
  const bad: string[] = [];
  if (field.externalId && (isFormula || !keyTypes.includes(field.type))) bad.push('externalId');
  if (field.unique && (isFormula || !uniqueTypes.includes(field.type))) bad.push('unique');
  if (field.required && (isFormula || neverRequired.includes(field.type))) bad.push('required');
  if (field.formula !== undefined && field.defaultValue !== undefined) bad.push('defaultValue');
  if (field.deleteConstraint !== undefined && field.type !== 'Lookup') bad.push('deleteConstraint');
  const what = isFormula ? 'formula field' : 'custom field';
  return [
    ...bad.map((name) => `can not specify '${name}' for a ${what} of type ${field.type}`),
    ...(field.type === 'Lookup' && field.required && field.deleteConstraint === 'SetNull'
      ? ['a required lookup cannot be cleared when the record it names is deleted']
      : [])
  ];
}

/** Least and greatest lengths. */
const lengths: Partial<Record<MetadataType, readonly [number, number]>> = {
  Html: [256, 131_072],
  LongTextArea: [256, 131_072],
  Text: [1, 255]
};

function rangeProblems({ type, formula, length, precision, scale }: Typed): string[] {
  if (formula !== undefined) return [];
  const [least, most] = lengths[type] ?? [];
  const problems: string[] = [];
  if (
    least !== undefined &&
    most !== undefined &&
    length !== undefined &&
    !(length >= least && length <= most)
  ) {
    problems.push(`the length must be between ${least} and ${most}`);
  }
  if (precision !== undefined && (precision < 1 || precision > 18)) {
    problems.push('the precision must be between 1 and 18');
  }
  if (scale !== undefined && (scale < 0 || scale > 17 || scale > (precision ?? 18))) {
    problems.push('the scale must be between 0 and 17 and not greater than the precision');
  }
  return problems;
}

/** Platform Events Developer Guide, "Define a Platform Event". */
const eventTypes: readonly MetadataType[] = [
  'Checkbox',
  'Date',
  'DateTime',
  'LongTextArea',
  'Number',
  'Text'
];
/** Custom Metadata Types Implementation Guide, "Custom Metadata Type Fields"; relationships are not supported here. */
const metadataTypes: readonly MetadataType[] = [
  'Checkbox',
  'Date',
  'DateTime',
  'Email',
  'LongTextArea',
  'Number',
  'Percent',
  'Phone',
  'Picklist',
  'Text',
  'TextArea',
  'Url'
];

function kindProblems({ type, formula }: Typed, kind: ObjectKind): string[] {
  if (kind === 'record') return [];
  const allowed = kind === 'platformEvent' ? eventTypes : metadataTypes;
  const what = kind === 'platformEvent' ? 'a platform event' : 'a custom metadata type';
  if (formula !== undefined) return [`${what} cannot have formula fields`];
  return allowed.includes(type) ? [] : [`${what} cannot have a field of type ${type}`];
}
