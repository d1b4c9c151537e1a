import type { RestCall } from '../../rest/resource.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import { eTagOf } from '../answers.ts';
import { defaultRecordTypeId, recordTypeInfos } from '../record-type-info.ts';
import { childRelationships } from '../records/child-records.ts';
import { dependentFields } from './dependent-fields.ts';
import { fieldInfo } from './field-info.ts';
import { nameFields } from './name-fields.ts';
import { themeInfo } from './theme-info.ts';

/** Object metadata as the UI API writes it, with the fields and actions the user has (guide, "Object Info"). */
export function objectInfo(call: RestCall, object: ObjectDefinition) {
  const visible = object.fields.filter((field) => call.access.canReadField(object, field));
  const info = {
    apiName: object.name,
    associateEntityType: null,
    associateParentEntity: null,
    childRelationships: childInfos(call, object),
    compactLayoutable: true,
    ...rights(call, object),
    custom: object.custom,
    defaultRecordTypeId: defaultRecordTypeId(call, object),
    dependentFields: dependentFields(visible),
    feedEnabled: false,
    fields: Object.fromEntries(visible.map((field) => [field.name, fieldInfo(call, object, field)])),
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: object.options.kind !== 'platformEvent',
    mruEnabled: object.options.kind === 'record',
    nameFields: nameFields(object),
    recordTypeInfos: recordTypeInfos(call, object),
    searchLayoutable: object.options.kind === 'record',
    searchable: object.options.kind === 'record',
    themeInfo: themeInfo(call, object)
  };
  return { eTag: eTagOf(info), ...info };
}

function childInfos(call: RestCall, object: ObjectDefinition) {
  return childRelationships(call, object).map(({ name, child, lookup }) => ({
    childObjectApiName: child.name,
    fieldName: lookup.name,
    junctionIdListNames: [],
    junctionReferenceTo: [],
    relationshipName: name
  }));
}

function rights({ access }: RestCall, object: ObjectDefinition) {
  const isRecord = object.options.kind === 'record';
  const isEvent = object.options.kind === 'platformEvent';
  return {
    createable: (isRecord || isEvent) && access.can('create', object),
    deletable: isRecord && access.can('delete', object),
    queryable: !isEvent,
    updateable: isRecord && access.can('edit', object)
  };
}
