import { profiles } from '../access/profiles.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../data/database.ts';
import type { PermissionSetMetadata } from '../metadata/permission-set.ts';
import type { FieldValue } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { Schema } from '../schema/schema.ts';
import { orgUsers } from './users.ts';

/** Empties the org and creates the records it begins with: organization, profiles, users, assignments. */
export function createStandardRecords(
  schema: Schema,
  database: Database,
  clock: Clock,
  permissionSets: ReadonlyMap<string, PermissionSetMetadata>
): void {
  database.clear();
  const writer = new SystemWriter(schema, database, clock);
  writer.create('Organization', {
    Name: 'Ledger Bridge local org',
    InstanceName: 'LOCAL',
    IsSandbox: false,
    OrganizationType: 'Developer Edition',
    DefaultLocaleSidKey: 'en_US',
    TimeZoneSidKey: 'GMT'
  });
  const profileIds = new Map(
    profiles.map(({ name }) => [name, writer.create('Profile', { Name: name })] as const)
  );
  const permissionSetIds = new Map(
    [...permissionSets.values()].map((metadata) => [
      metadata.fullName,
      writer.create('PermissionSet', {
        Name: metadata.fullName,
        Label: metadata.label,
        Description: metadata.description ?? null
      })
    ])
  );
  for (const orgUser of orgUsers) {
    const AssigneeId = writer.create('User', {
      Username: orgUser.username,
      Email: orgUser.username,
      FirstName: orgUser.firstName,
      LastName: orgUser.lastName,
      Name: `${orgUser.firstName} ${orgUser.lastName}`,
      Alias: orgUser.alias,
      IsActive: true,
      UserType: 'Standard',
      ProfileId: profileIds.get(orgUser.profile) ?? null,
      TimeZoneSidKey: 'GMT',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US'
    });
    for (const name of orgUser.permissionSets) {
      const PermissionSetId = permissionSetIds.get(name);
      if (PermissionSetId !== undefined) {
        writer.create('PermissionSetAssignment', { PermissionSetId, AssigneeId });
      }
    }
  }
}

/** Writes records as the platform itself does: read only fields too, and without a user. */
class SystemWriter {
  readonly #schema: Schema;
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(schema: Schema, database: Database, clock: Clock) {
    this.#schema = schema;
    this.#database = database;
    this.#clock = clock;
  }

  create(objectName: string, values: Readonly<Record<string, FieldValue>>): string {
    const object = this.#require(objectName);
    const id = this.#database.nextId(object);
    const now = this.#clock.now().toISOString();
    const defaults = Object.fromEntries(object.fields.map((field) => [field.name, field.defaultValue]));
    const stamps = { CreatedDate: now, LastModifiedDate: now, SystemModstamp: now };
    this.#database.put(object, id, { ...defaults, ...stamps, ...values, Id: id });
    return id;
  }

  #require(objectName: string): ObjectDefinition {
    const object = this.#schema.object(objectName);
    if (!object) throw new Error(`The local org has no object ${objectName}`);
    return object;
  }
}
