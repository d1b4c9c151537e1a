import type { FormulaType } from '../../formula/formula.ts';
import type { FieldDefinition, FieldValue, RecordValues } from '../../schema/field.ts';
import { formulaTypeOf } from '../../schema/formula-setting.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import type { Schema } from '../../schema/schema.ts';
import type { Database } from '../database.ts';

/** A merge field, such as `Name`, `Account.Owner.Name` or `$User.Id`, of an object's records. */
export interface ReferenceValue {
  readonly type: FormulaType;
  readonly read: (record: RecordValues, user: RecordValues | undefined) => FieldValue;
}

/** Where merge fields find records and computed fields. */
export interface ReferenceSource {
  readonly schema: Schema;
  readonly database: Database;
  /** `user` is who reads; without one, `$User` has no values. */
  readonly valueOf: (
    object: ObjectDefinition,
    record: RecordValues,
    field: FieldDefinition,
    user?: RecordValues
  ) => FieldValue;
}

/** How to get a merge field's value from a record of the object; undefined where there is none of that name. */
export function compileReference(
  source: ReferenceSource,
  object: ObjectDefinition,
  reference: string
): ReferenceValue | undefined {
  const [first = '', ...rest] = reference.split('.');
  if (first.startsWith('$')) return compileGlobal(source, object, first.toLowerCase(), rest);
  if (rest.length === 0) return compileField(source, object, first);
  return compileParent(source, object, first, rest);
}

function compileField(
  source: ReferenceSource,
  object: ObjectDefinition,
  name: string
): ReferenceValue | undefined {
  const field = object.field(name);
  const type = field && formulaTypeOf(field);
  if (!field || !type) return undefined;
  const inFormula = formOf(field);
  return { type, read: (record, user) => inFormula(source.valueOf(object, record, field, user)) };
}

/** In formulas ids have 15 characters and percents are fractions of one. */
function formOf(field: FieldDefinition): (value: FieldValue) => FieldValue {
  if (field.type === 'percent') return (value) => (typeof value === 'number' ? value / 100 : value);
  if (field.type === 'id' || field.type === 'reference') {
    return (value) => (typeof value === 'string' ? value.slice(0, 15) : value);
  }
  return (value) => value;
}

/** `Owner:User.Name` names the object that a lookup to several may find. */
function compileParent(
  source: ReferenceSource,
  object: ObjectDefinition,
  step: string,
  rest: readonly string[]
): ReferenceValue | undefined {
  const [relationshipName = '', onlyObject] = step.split(':');
  const lookup = object.relationship(relationshipName);
  if (!lookup) return undefined;
  const path = rest.join('.');
  const named = lookup.referenceTo.filter((each) => onlyObject === undefined || each === onlyObject);
  const byPrefix = new Map<string, ReferenceValue>();
  for (const name of named) {
    const target = source.schema.object(name);
    const value = target && compileReference(source, target, path);
    if (target && value) byPrefix.set(target.keyPrefix, value);
  }
  const [any] = byPrefix.values();
  if (!any) return undefined;
  const read: ReferenceValue['read'] = (record, user) => {
    const id = record[lookup.name];
    const value = typeof id === 'string' ? byPrefix.get(id.slice(0, 3)) : undefined;
    const parent = value && findById(source, String(id));
    return parent ? value.read(parent, user) : null;
  };
  return { type: any.type, read };
}

function findById({ schema, database }: ReferenceSource, id: string): RecordValues | undefined {
  const object = schema.objectOfId(id);
  return object && database.table(object).get(id);
}

/** Objects behind global variables whose record a field of the user names. */
const ofUser: Readonly<Record<string, { object: string; lookup: string }>> = {
  $user: { object: 'User', lookup: 'Id' },
  $profile: { object: 'Profile', lookup: 'ProfileId' }
};

function compileGlobal(
  source: ReferenceSource,
  object: ObjectDefinition,
  global: string,
  path: readonly string[]
): ReferenceValue | undefined {
  if (global === '$organization') return compileOrganization(source, path);
  if (global === '$recordtype') return compileRecordType(source, object, path);
  const found = ofUser[global];
  const target = source.schema.object(found?.object ?? '');
  const value = target && compileReference(source, target, path.join('.'));
  if (!found || !value) return undefined;
  const read: ReferenceValue['read'] = (_record, user) => {
    const record = user && findById(source, String(user[found.lookup]));
    return record ? value.read(record, user) : null;
  };
  return { type: value.type, read };
}

function compileOrganization(source: ReferenceSource, path: readonly string[]): ReferenceValue | undefined {
  const organization = source.schema.object('Organization');
  const value = organization && compileReference(source, organization, path.join('.'));
  if (!value) return undefined;
  const read: ReferenceValue['read'] = (_record, user) => {
    const [only] = source.database.table(organization).all();
    return only ? value.read(only, user) : null;
  };
  return { type: value.type, read };
}

function compileRecordType(
  source: ReferenceSource,
  object: ObjectDefinition,
  path: readonly string[]
): ReferenceValue | undefined {
  const recordType = source.schema.object('RecordType');
  const value = recordType && compileReference(source, recordType, path.join('.'));
  if (!value || !object.field('RecordTypeId')) return undefined;
  const read: ReferenceValue['read'] = (record, user) => {
    const found = findById(source, String(record.RecordTypeId ?? ''));
    return found ? value.read(found, user) : null;
  };
  return { type: value.type, read };
}
