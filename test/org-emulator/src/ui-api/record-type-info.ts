import { toLongId } from '../data/record-id.ts';
import { notFound } from '../errors/salesforce-error.ts';
import { splitNamespace } from '../metadata/component-name.ts';
import type { RecordTypeMetadata } from '../metadata/object-parts.ts';
import type { FieldValue, RecordValues } from '../schema/field.ts';
import type { ObjectDefinition, RecordTypeDefinition } from '../schema/object.ts';
import type { UiCall } from './answers.ts';

/** The record type of records that have none. */
export const masterRecordTypeId = '012000000000000AAA';

/** A record type (User Interface API Developer Guide, "Record Type Info"). */
export interface RecordTypeInfo {
  readonly available: boolean;
  readonly defaultRecordTypeMapping: boolean;
  readonly master: boolean;
  readonly name: string;
  readonly recordTypeId: string;
}

const standardObjectsWithRecordTypes = [
  'Account',
  'Contact',
  'Opportunity',
  'Order',
  'Pricebook2',
  'Product2'
];

/** Whether records of the object can have a record type at all. */
export function hasRecordTypes(object: ObjectDefinition): boolean {
  return object.custom
    ? object.options.kind === 'record'
    : standardObjectsWithRecordTypes.includes(object.name);
}

/** The record types of an object by id, the master type among them. */
export function recordTypeInfos(call: UiCall, object: ObjectDefinition): Record<string, RecordTypeInfo> {
  const defaultId = defaultRecordTypeId(call, object);
  const infos = object.options.recordTypes.map((type) => {
    const recordTypeId = idOf(call, object, type);
    const available = type.active && isVisible(call, object, type);
    const isDefault = recordTypeId === defaultId;
    return { available, defaultRecordTypeMapping: isDefault, master: false, name: type.label, recordTypeId };
  });
  const master = {
    available: true,
    defaultRecordTypeMapping: defaultId === masterRecordTypeId,
    master: true,
    name: 'Master',
    recordTypeId: masterRecordTypeId
  };
  return Object.fromEntries([...infos, master].map((info) => [info.recordTypeId, info]));
}

/** The record type that the user's new records have unless told otherwise. */
export function defaultRecordTypeId(call: UiCall, object: ObjectDefinition): string {
  const found = object.options.recordTypes.find((type) => type.isDefault && isVisible(call, object, type));
  return found ? idOf(call, object, found) : masterRecordTypeId;
}

/** The record type of that id; undefined for the master type. Throws NOT_FOUND for any other id. */
export function recordTypeOfId(
  call: UiCall,
  object: ObjectDefinition,
  id: string
): RecordTypeDefinition | undefined {
  const long = toLongId(id);
  if (long === masterRecordTypeId) return undefined;
  const found = object.options.recordTypes.find((type) => idOf(call, object, type) === long);
  if (!found) throw notFound();
  return found;
}

/** Id of a record's type: null for objects that have none. */
export function recordTypeIdOf(object: ObjectDefinition, record: RecordValues): FieldValue {
  return hasRecordTypes(object) ? (record.RecordTypeId ?? masterRecordTypeId) : null;
}

/** What the package says about a record type; its name there has the package's namespace before it. */
export function recordTypeMetadata(
  { org }: UiCall,
  object: ObjectDefinition,
  { developerName }: RecordTypeDefinition
): RecordTypeMetadata | undefined {
  return [...org.metadata.recordTypes.values()].find(
    ({ objectName, fullName }) =>
      objectName === object.name && splitNamespace(fullName).name === developerName
  );
}

function isVisible(call: UiCall, object: ObjectDefinition, type: RecordTypeDefinition): boolean {
  const fullName = recordTypeMetadata(call, object, type)?.fullName ?? type.developerName;
  return call.access.hasRecordType(`${object.name}.${fullName}`);
}

function idOf({ org }: UiCall, object: ObjectDefinition, { developerName }: RecordTypeDefinition): string {
  const types = org.schema.object('RecordType');
  const records = types ? org.database.table(types).all() : [];
  const found = records.find(
    (record) => record.SobjectType === object.name && record.DeveloperName === developerName
  );
  return String(found?.Id ?? masterRecordTypeId);
}
