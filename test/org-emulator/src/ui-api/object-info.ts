import { createHash } from 'node:crypto';
import type { UserAccess } from '../access/user-access.ts';
import { isNumeric, type FieldDefinition, type FieldType } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Schema } from '../schema/schema.ts';

const masterRecordTypeId = '012000000000000AAA';

const uiTypeNames: Partial<Record<FieldType, string>> = {
  datetime: 'DateTime',
  id: 'Reference',
  multipicklist: 'MultiPicklist',
  textarea: 'TextArea'
};

/** Object metadata as the UI API writes it, with the fields and actions the user has. */
export function objectInfo(schema: Schema, object: ObjectDefinition, access: UserAccess) {
  const visible = object.fields.filter((field) => access.canReadField(object, field));
  const info = {
    apiName: object.name,
    associateEntityType: null,
    associateParentEntity: null,
    childRelationships: [],
    compactLayoutable: true,
    createable: access.can('create', object),
    custom: object.custom,
    defaultRecordTypeId: masterRecordTypeId,
    deletable: access.can('delete', object),
    dependentFields: {},
    feedEnabled: false,
    fields: Object.fromEntries(
      visible.map((field) => [field.name, fieldInfo(schema, object, field, access)])
    ),
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: true,
    mruEnabled: false,
    nameFields: object.nameField ? [object.nameField.name] : [],
    queryable: true,
    recordTypeInfos: {
      [masterRecordTypeId]: {
        available: true,
        defaultRecordTypeMapping: true,
        master: true,
        name: 'Master',
        recordTypeId: masterRecordTypeId
      }
    },
    searchLayoutable: true,
    searchable: false,
    themeInfo: null,
    updateable: access.can('edit', object)
  };
  return { eTag: createHash('md5').update(JSON.stringify(info)).digest('hex'), ...info };
}

function fieldInfo(schema: Schema, object: ObjectDefinition, field: FieldDefinition, access: UserAccess) {
  const editable = access.canEditField(object, field);
  return {
    apiName: field.name,
    calculated: false,
    compound: false,
    compoundComponentName: null,
    compoundFieldName: null,
    controllerName: null,
    controllingFields: [],
    createable: field.createable && editable,
    custom: field.custom,
    dataType: uiTypeNames[field.type] ?? field.type.charAt(0).toUpperCase() + field.type.slice(1),
    extraTypeInfo: field.type === 'textarea' ? 'PlainTextArea' : null,
    filterable: field.type !== 'textarea',
    filteredLookupInfo: null,
    highScaleNumber: false,
    htmlFormatted: false,
    inlineHelpText: field.helpText,
    label: field.label,
    length: field.length,
    maskType: null,
    nameField: field.nameField,
    polymorphicForeignKey: false,
    precision: isNumeric(field.type) ? field.precision : 0,
    reference: field.referenceTo.length > 0,
    referenceTargetField: null,
    referenceToInfos: field.referenceTo.map((apiName) => ({
      apiName,
      nameFields: [schema.object(apiName)?.nameField?.name ?? 'Id']
    })),
    relationshipName: field.relationshipName,
    required: field.required,
    scale: field.scale,
    searchPrefilterable: false,
    sortable: true,
    unique: field.unique,
    updateable: field.updateable && editable
  };
}
