import type { FieldDefinition } from '../../schema/field.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import type { Schema } from '../../schema/schema.ts';
import type { CustomFieldMetadata } from '../custom-field.ts';
import type { Check } from './check.ts';

/** Fields stand on objects that exist, and what they refer to exists and suits them. */
export const checkFields: Check = ({ metadata, schema, report }) => {
  for (const field of metadata.fields.values()) {
    const { objectName, fullName } = field;
    const object = schema.object(objectName);
    const problems = object
      ? fieldProblems(field, object, schema)
      : [`the object ${objectName} does not exist in the local org`];
    for (const problem of problems) report(field, `${objectName}.${fullName}`, problem);
  }
};

function fieldProblems(field: CustomFieldMetadata, object: ObjectDefinition, schema: Schema): string[] {
  if (!field.fullName.endsWith('__c')) {
    return object.field(field.fullName) ? [] : [`the field ${object.name}.${field.fullName} does not exist`];
  }
  return [
    ...referenceProblems(field, schema),
    ...picklistProblems(field, object),
    ...summaryProblems(field, object, schema)
  ];
}

function referenceProblems({ type, referenceTo }: CustomFieldMetadata, schema: Schema): string[] {
  if (referenceTo === undefined) return [];
  const target = schema.object(referenceTo);
  if (!target) return [`refers to the object ${referenceTo}, which does not exist`];
  if (target.options.kind !== 'record') return [`cannot refer to ${referenceTo}, which has no records`];
  if (type === 'MasterDetail' && referenceTo === 'User')
    return ['a user cannot be the master of other records'];
  return [];
}

function picklistProblems({ valueSet }: CustomFieldMetadata, object: ObjectDefinition): string[] {
  if (!valueSet) return [];
  const own = valueSet.valueSetDefinition?.value ?? [];
  const names = own.map(({ fullName }) => fullName.toLowerCase());
  const twice = own.filter(({ fullName }, index) => names.indexOf(fullName.toLowerCase()) < index);
  const { controllingField } = valueSet;
  const controlling = controllingField === undefined ? undefined : object.field(controllingField);
  return [
    ...twice.map(({ fullName }) => `the value ${fullName} is there twice`),
    ...(own.filter((value) => value.default).length > 1 ? ['only one value can be the default'] : []),
    ...(controllingField !== undefined && controlling?.type !== 'picklist' && controlling?.type !== 'boolean'
      ? [`the controlling field ${controllingField} is not a picklist or checkbox of ${object.name}`]
      : []),
    ...(controlling?.type === 'picklist' ? unknownControllers(valueSet.valueSettings, controlling) : [])
  ];
}

function unknownControllers(
  settings: readonly { readonly valueName: string; readonly controllingFieldValue: readonly string[] }[],
  controlling: FieldDefinition
): string[] {
  const known = new Set(controlling.picklistValues.map(({ value }) => value));
  return settings.flatMap(({ valueName, controllingFieldValue }) =>
    controllingFieldValue
      .filter((value) => !known.has(value))
      .map((value) => `the value ${valueName} depends on ${value}, which ${controlling.name} does not have`)
  );
}

function summaryProblems(metadata: CustomFieldMetadata, master: ObjectDefinition, schema: Schema): string[] {
  const summary = master.field(metadata.fullName)?.summary;
  if (!summary) return [];
  const detail = schema.object(summary.detailObject);
  if (!detail) return [`sums up the object ${summary.detailObject}, which does not exist`];
  const lookup = detail.field(summary.detailLookup);
  const isMaster = lookup?.masterDetail === true || isSummedStandard(detail, lookup);
  if (!isMaster || !lookup?.referenceTo.includes(master.name)) {
    return [
      `${detail.name}.${summary.detailLookup} is not a master-detail field that leads to ${master.name}`
    ];
  }
  const { operation, detailField } = summary;
  const named = [
    ...(detailField === null ? [] : [detailField]),
    ...summary.filters.map(({ field }) => field)
  ];
  return [
    ...named
      .filter((name) => !detail.field(name))
      .map((name) => `sums up ${detail.name}.${name}, which does not exist`),
    ...(detailField === null ? [] : summedTypeProblems(operation, detail.field(detailField)))
  ];
}

/** Opportunities can be summed up on their account although they are no details (Salesforce help, "Roll-Up Summary Field"). */
function isSummedStandard(detail: ObjectDefinition, lookup: FieldDefinition | undefined): boolean {
  return detail.name === 'Opportunity' && lookup?.name === 'AccountId';
}

const summable = new Set(['currency', 'double', 'int', 'percent']);
const comparable = new Set([...summable, 'date', 'datetime']);

function summedTypeProblems(operation: string, field: FieldDefinition | undefined): string[] {
  if (!field) return [];
  const allowed = operation === 'sum' ? summable : comparable;
  if (allowed.has(field.type)) return [];
  return [`the ${operation} of ${field.name}, which is of the type ${field.type}, cannot be summed up`];
}
