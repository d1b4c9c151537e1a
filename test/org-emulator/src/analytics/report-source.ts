import type { UserAccess } from '../access/user-access.ts';
import { notSupported, SalesforceError } from '../errors/salesforce-error.ts';
import type { ReportMetadata } from '../metadata/report.ts';
import type { Org } from '../org.ts';
import type { FieldDefinition, FieldValue, RecordValues } from '../schema/field.ts';
import { textField } from '../schema/field-builders.ts';
import type { ObjectDefinition } from '../schema/object.ts';

/** A row of a report: a record, and with report types of two objects one of the records that belong to it. */
export interface ReportRow {
  readonly base: RecordValues;
  readonly detail: RecordValues | undefined;
}

/** A column of a report. */
export interface ReportColumn {
  readonly name: string;
  readonly label: string;
  readonly field: FieldDefinition;
  readonly valueOf: (row: ReportRow) => FieldValue;
}

/** Where a report's rows come from, and what its column names mean. */
export interface ReportSource {
  readonly rows: () => ReportRow[];
  readonly column: (name: string) => ReportColumn;
}

/** Who runs a report. */
export interface ReportCall {
  readonly org: Org;
  readonly access: UserAccess;
}

/**
 * The source of a report: `CustomEntity$Object__c`, with columns `CUST_NAME` and `Object__c.Field__c`, or a custom
 * report type, with columns `Object$Field` and `Object.Children__r$Field`. Other report types are refused by name.
 */
export function reportSource(call: ReportCall, { reportType }: ReportMetadata): ReportSource {
  const [, entity] = /^CustomEntity\$(.+)$/.exec(reportType) ?? [];
  if (entity !== undefined) return entitySource(call, requireObject(call, entity));
  const type = call.org.metadata.reportTypes.get(reportType.replace(/__c$/, ''));
  if (!type) throw notSupported(`the report type ${reportType}`);
  const base = requireObject(call, type.baseObject);
  if (!type.join) return typeSource(call, base);
  const { relationship, outerJoin } = type.join;
  const child = call.org.schema
    .childRelationships(base)
    .find(
      ({ field }) =>
        field.childRelationshipName === relationship.replace(/__r$/, '') ||
        field.childRelationshipName === relationship
    );
  if (!child) throw notSupported(`the relationship ${relationship} of the report type ${reportType}`);
  return typeSource(call, base, { ...child, relationship, outerJoin });
}

interface Joined {
  readonly object: ObjectDefinition;
  readonly field: FieldDefinition;
  readonly relationship: string;
  readonly outerJoin: boolean;
}

function entitySource(call: ReportCall, base: ObjectDefinition): ReportSource {
  const special: Readonly<Record<string, string>> = {
    CUST_NAME: 'Name',
    CUST_CREATED_DATE: 'CreatedDate',
    CUST_LAST_UPDATE: 'LastModifiedDate',
    CUST_OWNER_NAME: 'OwnerId'
  };
  return {
    rows: () => recordsOf(call, base).map((record) => ({ base: record, detail: undefined })),
    column: (name) => {
      const path =
        special[name] ?? (name.startsWith(`${base.name}.`) ? name.slice(base.name.length + 1) : name);
      return columnOf(call, base, name, path, (row) => row.base);
    }
  };
}

function typeSource(call: ReportCall, base: ObjectDefinition, joined?: Joined): ReportSource {
  return {
    rows: () => recordsOf(call, base).flatMap((record) => withDetails(call, record, joined)),
    column: (name) => {
      const [table = '', path = ''] = name.split('$');
      if (joined && table === `${base.name}.${joined.relationship}`) {
        return columnOf(call, joined.object, name, path, (row) => row.detail);
      }
      if (table === base.name) return columnOf(call, base, name, path, (row) => row.base);
      throw unknownColumn(name);
    }
  };
}

function withDetails(
  { org, access }: ReportCall,
  base: RecordValues,
  joined: Joined | undefined
): ReportRow[] {
  if (!joined) return [{ base, detail: undefined }];
  access.requireObject(joined.object, 'read');
  const details = org.database.table(joined.object).findByIndex(joined.field.name, base.Id ?? null) ?? [];
  if (details.length === 0 && joined.outerJoin) return [{ base, detail: undefined }];
  return details.map((detail) => ({ base, detail }));
}

function recordsOf({ org, access }: ReportCall, object: ObjectDefinition): readonly RecordValues[] {
  return org.soql.run(`SELECT Id FROM ${object.name}`, access).records;
}

function columnOf(
  { org, access }: ReportCall,
  object: ObjectDefinition,
  name: string,
  path: string,
  recordOf: (row: ReportRow) => RecordValues | undefined
): ReportColumn {
  const field = object.field(path);
  if (!field || !access.canReadField(object, field)) throw unknownColumn(name);
  const reader = org.reader.forUser(access);
  const read = (row: ReportRow) => {
    const record = recordOf(row);
    return record ? reader.value(object, record, field) : null;
  };
  if (field.type !== 'reference') return { name, label: field.label, field, valueOf: read };
  // Reports show the name of the record that a lookup leads to.
  const label = field.label.replace(/ ID$/, '');
  return { name, label, field: textField(field.name, label, 255), valueOf: (row) => nameOf(org, read(row)) };
}

function nameOf(org: Org, id: FieldValue): FieldValue {
  const target = typeof id === 'string' ? org.schema.objectOfId(id) : undefined;
  const record = target && org.database.table(target).get(String(id));
  return record?.[target?.nameField?.name ?? 'Id'] ?? null;
}

function requireObject({ org, access }: ReportCall, name: string): ObjectDefinition {
  const object = org.schema.object(name);
  if (!object) throw notSupported(`reports on ${name}`);
  access.requireObject(object, 'read');
  return object;
}

function unknownColumn(name: string): SalesforceError {
  return new SalesforceError(400, 'BAD_REQUEST', `The column ${name} isn't valid for this report type`);
}
