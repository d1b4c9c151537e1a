import type { FieldDefinition, FieldType } from '../../schema/field.ts';
import { isNumeric } from '../../schema/field.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import type { UiCall } from '../answers.ts';
import { controllingFields } from './dependent-fields.ts';
import { nameFields } from './name-fields.ts';

const uiTypeNames: Partial<Record<FieldType, string>> = {
  datetime: 'DateTime',
  id: 'String',
  multipicklist: 'MultiPicklist',
  textarea: 'TextArea'
};

/** The name that the UI API has for a type, such as `DateTime`. */
export function dataTypeOf({ type }: FieldDefinition): string {
  return uiTypeNames[type] ?? type.charAt(0).toUpperCase() + type.slice(1);
}

/** A field as the UI API describes it (User Interface API Developer Guide, "Field"), with the user's rights. */
export function fieldInfo(call: UiCall, object: ObjectDefinition, field: FieldDefinition) {
  return {
    apiName: field.name,
    ...compoundInfo(object, field),
    ...controlInfo(object, field),
    ...valueInfo(field),
    ...referenceInfo(call, field),
    ...useInfo(call, object, field),
    custom: field.custom,
    inlineHelpText: field.helpText,
    label: field.label,
    nameField: field.nameField
  };
}

function compoundInfo(object: ObjectDefinition, field: FieldDefinition) {
  const whole = object.fields.find(({ parts }) => parts.includes(field.name));
  // An account's name would be a person's, had the org person accounts.
  const isName = field.nameField && (field.parts.length > 0 || object.name === 'Account');
  return {
    compound: field.parts.length > 0 || isName,
    compoundComponentName: whole ? componentName(whole, field) : null,
    compoundFieldName: isName ? field.name : (whole?.name ?? null)
  };
}

/** `BillingCity` is the City of `BillingAddress`. */
function componentName(whole: FieldDefinition, { name }: FieldDefinition): string {
  return whole.type === 'address' ? name.slice(whole.name.length - 'Address'.length) : name;
}

function controlInfo(object: ObjectDefinition, field: FieldDefinition) {
  const controlling = controllingFields(object.fields, field);
  return { controllerName: controlling[0] ?? null, controllingFields: controlling };
}

function valueInfo(field: FieldDefinition) {
  const isInteger = field.type === 'int';
  return {
    calculated: field.formula !== null || field.summary !== null,
    dataType: dataTypeOf(field),
    defaultValue: field.defaultValue === null ? null : String(field.defaultValue),
    defaultedOnCreate:
      !field.createable ||
      field.type === 'boolean' ||
      field.name === 'OwnerId' ||
      field.defaultFormula !== null,
    digits: isInteger ? field.precision : 0,
    externalId: field.externalId,
    extraTypeInfo: extraType(field),
    highScaleNumber: false,
    htmlFormatted: field.html,
    length: field.length,
    maskType: null,
    precision: isNumeric(field.type) && !isInteger ? field.precision : 0,
    scale: field.scale,
    unique: field.unique
  };
}

function extraType({ type, html, name, nameField, parts }: FieldDefinition): string | null {
  if (type === 'textarea') return html ? 'RichTextArea' : 'PlainTextArea';
  if (nameField && parts.length > 0) return 'PersonName';
  return name === 'PhotoUrl' ? 'ImageUrl' : null;
}

function referenceInfo({ org }: UiCall, field: FieldDefinition) {
  return {
    filteredLookupInfo: null,
    polymorphicForeignKey: field.referenceTo.length > 1,
    reference: field.referenceTo.length > 0,
    referenceTargetField: null,
    referenceToInfos: field.referenceTo.map((apiName) => {
      const target = org.schema.object(apiName);
      return { apiName, nameFields: target ? nameFields(target) : [] };
    }),
    relationshipName: field.relationshipName,
    searchPrefilterable: false
  };
}

function useInfo({ access }: UiCall, object: ObjectDefinition, field: FieldDefinition) {
  const editable = access.canEditField(object, field);
  const isLong = field.type === 'textarea' && (field.length > 255 || field.html);
  return {
    createable: field.createable && editable,
    filterable: !isLong,
    required: field.required || !field.nillable || field.type === 'boolean',
    sortable: !isLong && field.type !== 'address',
    updateable: field.updateable && editable
  };
}
