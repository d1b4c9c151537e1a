import type { UserAccess } from '../../access/user-access.ts';
import { isKeyField } from '../../data/upsert/external-id.ts';
import { isNumeric, type FieldDefinition, type FieldType } from '../../schema/field.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import { describePicklist } from './describe-picklist.ts';

/** A field as describe shows it (SOAP API Developer Guide, "DescribeSObjectResult, Field"). */
export function describeField(object: ObjectDefinition, field: FieldDefinition, access: UserAccess) {
  return {
    ...identity(object, field),
    ...size(field),
    ...uses(field),
    ...computation(field),
    ...references(field),
    ...rights(object, field, access),
    ...describePicklist(object, field),
    ...absent
  };
}

function identity(object: ObjectDefinition, field: FieldDefinition) {
  return {
    name: field.name,
    label: field.label,
    type: field.type,
    soapType: soapType(field),
    custom: field.custom,
    nameField: field.nameField,
    compoundFieldName: compoundOf(object, field),
    inlineHelpText: field.helpText,
    extraTypeInfo: extraType(field),
    htmlFormatted: field.html
  };
}

function size(field: FieldDefinition) {
  const isInteger = field.type === 'int';
  return {
    length: field.length,
    byteLength: field.type === 'id' || field.type === 'reference' ? field.length : field.length * 3,
    digits: isInteger ? field.precision : 0,
    precision: isInteger ? 0 : field.precision,
    scale: field.scale
  };
}

/** What queries may do with a field (SOQL and SOSL Reference, "Field Types"). */
function uses(field: FieldDefinition) {
  const comparable = isComparable(field);
  return {
    aggregatable: comparable && field.type !== 'boolean',
    filterable: comparable,
    groupable: comparable && !field.formula && groupable(field),
    sortable: comparable,
    idLookup: isKeyField(field) || field.nameField,
    externalId: field.externalId,
    unique: field.unique,
    caseSensitive: field.caseSensitive,
    nillable: field.nillable
  };
}

/** Long texts and compounds can be read only. */
function isComparable({ type, length, html }: FieldDefinition): boolean {
  if (type === 'textarea') return length <= 255 && !html;
  return type !== 'address' && type !== 'anyType';
}

function groupable({ type }: FieldDefinition): boolean {
  return type === 'int' || (!isNumeric(type) && type !== 'datetime' && type !== 'multipicklist');
}

function computation(field: FieldDefinition) {
  return {
    autoNumber: field.autoNumber !== null,
    calculated: field.formula !== null || field.summary !== null,
    calculatedFormula: field.formula?.formula ?? null,
    formulaTreatNullNumberAsZero: field.formula?.treatBlanksAs === 'BlankAsZero',
    defaultValue: field.defaultValue,
    defaultValueFormula: field.defaultFormula,
    defaultedOnCreate: isDefaulted(field)
  };
}

function isDefaulted({ createable, type, name, defaultFormula }: FieldDefinition): boolean {
  return !createable || type === 'boolean' || name === 'OwnerId' || defaultFormula !== null;
}

function references(field: FieldDefinition) {
  return {
    referenceTo: field.referenceTo,
    relationshipName: field.relationshipName,
    relationshipOrder: field.masterDetail ? 0 : null,
    cascadeDelete: field.masterDetail || (field.type === 'reference' && field.deleteConstraint === 'Cascade'),
    restrictedDelete: !field.masterDetail && field.deleteConstraint === 'Restrict',
    namePointing: field.referenceTo.length > 1,
    polymorphicForeignKey: field.referenceTo.length > 1,
    writeRequiresMasterRead: false
  };
}

function rights(object: ObjectDefinition, field: FieldDefinition, access: UserAccess) {
  const editable = access.canEditField(object, field);
  return {
    createable: field.createable && editable,
    updateable: field.updateable && editable,
    permissionable: field.custom ? !field.required && !field.masterDetail : field.nillable && field.updateable
  };
}

/** What no field here has. */
const absent = {
  aiPredictionField: false,
  deprecatedAndHidden: false,
  displayLocationInDecimal: false,
  encrypted: false,
  filteredLookupInfo: null,
  highScaleNumber: false,
  mask: null,
  maskType: null,
  queryByDistance: false,
  referenceTargetField: null,
  searchPrefilterable: false
};

/** The compound field that a field is a part of, such as BillingAddress of BillingCity. */
function compoundOf(object: ObjectDefinition, field: FieldDefinition): string | null {
  return object.fields.find(({ parts }) => parts.includes(field.name))?.name ?? null;
}

function extraType({ type, html, nameField, parts }: FieldDefinition): string | null {
  if (type === 'textarea') return html ? 'richtextarea' : 'plaintextarea';
  return nameField && parts.length > 0 ? 'personname' : null;
}

const soapTypes: Partial<Record<FieldType, string>> = {
  id: 'tns:ID',
  reference: 'tns:ID',
  address: 'urn:address',
  anyType: 'xsd:anyType',
  boolean: 'xsd:boolean',
  int: 'xsd:int',
  date: 'xsd:date',
  time: 'xsd:time',
  datetime: 'xsd:dateTime'
};

function soapType({ type }: FieldDefinition): string {
  return soapTypes[type] ?? (isNumeric(type) ? 'xsd:double' : 'xsd:string');
}
