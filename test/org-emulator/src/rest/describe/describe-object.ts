import type { UserAccess } from '../../access/user-access.ts';
import type { Org } from '../../org.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import type { RestCall } from '../resource.ts';
import { describeField } from './describe-field.ts';

/** What no object here has or can. */
const absent = {
  activateable: false,
  associateEntityType: null,
  associateParentEntity: null,
  customSetting: false,
  deepCloneable: false,
  deprecatedAndHidden: false,
  feedEnabled: false,
  hasSubtypes: false,
  isInterface: false,
  isSubtype: false,
  mergeable: false,
  searchable: false
};

/** What the list of objects says of one object. */
export function describeObjectShort(version: string, object: ObjectDefinition, access: UserAccess) {
  const path = `/services/data/${version}/sobjects/${object.name}`;
  const isEvent = object.options.kind === 'platformEvent';
  const isRecord = object.options.kind === 'record';
  return {
    ...absent,
    createable: (isRecord || isEvent) && access.can('create', object),
    custom: object.custom,
    deletable: isRecord && access.can('delete', object),
    // All kinds of history have ids that begin with 017, so the prefix leads to no one of them.
    keyPrefix: object.options.historyOf ? null : object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: !isEvent && !object.options.historyOf,
    mruEnabled: isRecord,
    name: object.name,
    queryable: !isEvent,
    replicateable: isRecord,
    retrieveable: !isEvent,
    triggerable: isRecord || isEvent,
    undeletable: isRecord && access.can('delete', object),
    updateable: isRecord && access.can('edit', object),
    urls: {
      sobject: path,
      describe: `${path}/describe`,
      ...(isEvent ? { eventSchema: `${path}/eventSchema` } : { rowTemplate: `${path}/{ID}` })
    }
  };
}

/** The describe of an object, with the fields that the user may see. */
export function describeObject({ org, access, version }: RestCall, object: ObjectDefinition) {
  const visible = object.fields.filter((field) => access.canReadField(object, field));
  return {
    ...describeObjectShort(version, object, access),
    actionOverrides: [],
    childRelationships: childRelationships(org, object),
    compactLayoutable: true,
    defaultImplementation: null,
    extendedBy: null,
    extendsInterfaces: null,
    fields: visible.map((field) => describeField(object, field, access)),
    implementedBy: null,
    implementsInterfaces: null,
    listviewable: null,
    lookupLayoutable: null,
    namedLayoutInfos: [],
    networkScopeFieldName: null,
    recordTypeInfos: recordTypeInfos(org, version, object),
    searchLayoutable: false,
    sobjectDescribeOption: 'FULL',
    supportedScopes: [
      { label: `All ${object.labelPlural.toLowerCase()}`, name: 'everything' },
      { label: `My ${object.labelPlural.toLowerCase()}`, name: 'mine' }
    ]
  };
}

function childRelationships({ schema }: Org, object: ObjectDefinition) {
  return schema.childRelationships(object).map(({ object: child, field }) => ({
    cascadeDelete: field.masterDetail || field.deleteConstraint === 'Cascade',
    childSObject: child.name,
    deprecatedAndHidden: false,
    field: field.name,
    junctionIdListNames: [],
    junctionReferenceTo: [],
    relationshipName: field.childRelationshipName,
    restrictedDelete: !field.masterDetail && field.deleteConstraint === 'Restrict'
  }));
}

const masterId = '012000000000000AAA';

/** The record types of an object, and the master type that every object has, which comes last. */
function recordTypeInfos(org: Org, version: string, object: ObjectDefinition) {
  const { recordTypes } = object.options;
  const path = `/services/data/${version}/sobjects/${object.name}/describe/layouts`;
  const infos = recordTypes.map(({ developerName, label, active, isDefault }) => {
    const id = recordTypeId(org, object, developerName);
    return info({ id, developerName, name: label, active, isDefault, path });
  });
  const isDefault = !recordTypes.some((type) => type.isDefault);
  const master = info({
    id: masterId,
    developerName: 'Master',
    name: 'Master',
    active: true,
    isDefault,
    path
  });
  return [...infos, { ...master, master: true }];
}

interface RecordTypeShown {
  readonly id: string;
  readonly developerName: string;
  readonly name: string;
  readonly active: boolean;
  readonly isDefault: boolean;
  readonly path: string;
}

function info({ id, developerName, name, active, isDefault, path }: RecordTypeShown) {
  return {
    active,
    available: active,
    defaultRecordTypeMapping: isDefault,
    developerName,
    master: false,
    name,
    recordTypeId: id,
    urls: { layout: `${path}/${id}` }
  };
}

function recordTypeId({ schema, database }: Org, object: ObjectDefinition, developerName: string): string {
  const recordType = schema.object('RecordType');
  const records = recordType ? database.table(recordType).all() : [];
  const found = records.find(
    (record) => record.SobjectType === object.name && record.DeveloperName === developerName
  );
  return String(found?.Id ?? masterId);
}
