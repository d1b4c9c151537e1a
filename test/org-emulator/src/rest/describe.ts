import type { UserAccess } from '../access/user-access.ts';
import { isNumeric, type FieldDefinition } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Schema } from '../schema/schema.ts';

/** What the list of objects says of one object. */
export function describeObjectShort(version: string, object: ObjectDefinition, access: UserAccess) {
  const path = `/services/data/${version}/sobjects/${object.name}`;
  return {
    activateable: false,
    createable: access.can('create', object),
    custom: object.custom,
    customSetting: false,
    deletable: access.can('delete', object),
    deprecatedAndHidden: false,
    feedEnabled: false,
    hasSubtypes: false,
    isInterface: false,
    isSubtype: false,
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: true,
    mergeable: false,
    mruEnabled: false,
    name: object.name,
    queryable: true,
    replicateable: true,
    retrieveable: true,
    searchable: false,
    triggerable: false,
    undeletable: false,
    updateable: access.can('edit', object),
    urls: { sobject: path, describe: `${path}/describe`, rowTemplate: `${path}/{ID}` }
  };
}

/** The describe of an object, with the fields that the user may see. */
export function describeObject(
  version: string,
  schema: Schema,
  object: ObjectDefinition,
  access: UserAccess
) {
  const visible = object.fields.filter((field) => access.canReadField(object, field));
  return {
    ...describeObjectShort(version, object, access),
    actionOverrides: [],
    childRelationships: childRelationships(schema, object),
    compactLayoutable: true,
    fields: visible.map((field) => describeField(object, field, access)),
    namedLayoutInfos: [],
    networkScopeFieldName: null,
    recordTypeInfos: [masterRecordType],
    searchLayoutable: false,
    supportedScopes: [{ label: `All ${object.labelPlural}`, name: 'everything' }]
  };
}

const masterRecordType = {
  active: true,
  available: true,
  defaultRecordTypeMapping: true,
  developerName: 'Master',
  master: true,
  name: 'Master',
  recordTypeId: '012000000000000AAA',
  urls: {}
};

function childRelationships(schema: Schema, object: ObjectDefinition) {
  return schema.objects.flatMap((child) =>
    child.fields
      .filter((field) => field.referenceTo.includes(object.name))
      .map((field) => ({
        cascadeDelete: false,
        childSObject: child.name,
        deprecatedAndHidden: false,
        field: field.name,
        junctionIdListNames: [],
        junctionReferenceTo: [],
        relationshipName: null,
        restrictedDelete: false
      }))
  );
}

function describeField(object: ObjectDefinition, field: FieldDefinition, access: UserAccess) {
  const editable = access.canEditField(object, field);
  return {
    aggregatable: field.type !== 'boolean',
    autoNumber: false,
    byteLength: field.length * 3,
    calculated: false,
    calculatedFormula: null,
    cascadeDelete: false,
    caseSensitive: field.caseSensitive,
    compoundFieldName: null,
    controllerName: null,
    createable: field.createable && editable,
    custom: field.custom,
    defaultValue: field.defaultValue,
    defaultValueFormula: null,
    defaultedOnCreate: !field.createable || field.type === 'boolean' || field.name === 'OwnerId',
    dependentPicklist: false,
    deprecatedAndHidden: false,
    digits: field.type === 'int' ? field.precision : 0,
    displayLocationInDecimal: false,
    encrypted: false,
    externalId: field.externalId,
    extraTypeInfo: field.type === 'textarea' ? 'plaintextarea' : null,
    filterable: field.type !== 'textarea',
    filteredLookupInfo: null,
    formulaTreatNullNumberAsZero: false,
    groupable: !isNumeric(field.type),
    highScaleNumber: false,
    htmlFormatted: false,
    idLookup: field.externalId || field.type === 'id',
    inlineHelpText: field.helpText,
    label: field.label,
    length: field.length,
    mask: null,
    maskType: null,
    name: field.name,
    nameField: field.nameField,
    namePointing: false,
    nillable: field.nillable,
    permissionable: field.custom && !field.required,
    picklistValues: field.picklistValues.map(({ value, label, isDefault }) => ({
      active: true,
      defaultValue: isDefault,
      label,
      validFor: null,
      value
    })),
    polymorphicForeignKey: false,
    precision: field.type === 'int' ? 0 : field.precision,
    queryByDistance: false,
    referenceTargetField: null,
    referenceTo: field.referenceTo,
    relationshipName: field.relationshipName,
    relationshipOrder: null,
    restrictedDelete: false,
    restrictedPicklist: field.restrictedPicklist,
    scale: field.scale,
    searchPrefilterable: false,
    soapType: soapType(field),
    sortable: true,
    type: field.type,
    unique: field.unique,
    updateable: field.updateable && editable,
    writeRequiresMasterRead: false
  };
}

function soapType(field: FieldDefinition): string {
  switch (field.type) {
    case 'id':
    case 'reference':
      return 'tns:ID';
    case 'boolean':
    case 'int':
    case 'date':
      return `xsd:${field.type}`;
    case 'datetime':
      return 'xsd:dateTime';
    default:
      return isNumeric(field.type) ? 'xsd:double' : 'xsd:string';
  }
}
