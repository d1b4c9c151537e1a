import type { Database } from '../data/database.ts';
import { SalesforceError } from '../errors/salesforce-error.ts';
import { joinNamespace } from '../metadata/component-name.ts';
import type { PermissionSetMetadata } from '../metadata/permission-set.ts';
import { permissionSet, permissionSetAssignment, profile, user } from '../schema/standard/index.ts';
import type { Schema } from '../schema/schema.ts';
import { automatedProcessType } from '../bootstrap/users.ts';
import { noProfile, profiles } from './profiles.ts';
import { UserAccess } from './user-access.ts';

/** Works out what a user may do from the org's own User, Profile and PermissionSetAssignment records. */
export class AccessControl {
  readonly #schema: Schema;
  readonly #database: Database;
  readonly #permissionSets: () => ReadonlyMap<string, PermissionSetMetadata>;

  /** `permissionSets` are those that are deployed at the moment of asking. */
  constructor(
    schema: Schema,
    database: Database,
    permissionSets: () => ReadonlyMap<string, PermissionSetMetadata>
  ) {
    this.#schema = schema;
    this.#database = database;
    this.#permissionSets = permissionSets;
  }

  /** Access of an active user by username, or undefined. */
  findUser(username: string): UserAccess | undefined {
    const found = this.#table(user.name).findByIndex('Username', username)?.[0];
    return found?.IsActive === true ? this.ofUser(String(found.Id)) : undefined;
  }

  /** Access of a user by id, as the assignments are at this moment. Throws INVALID_SESSION_ID. */
  ofUser(userId: string, origin?: string): UserAccess {
    const record = this.#table(user.name).get(userId);
    const profileRecord = this.#table(profile.name).get(String(record?.ProfileId));
    const isAutomated = record?.UserType === automatedProcessType;
    const definition = isAutomated ? noProfile : profiles.find((each) => each.name === profileRecord?.Name);
    if (record?.IsActive !== true || !definition) {
      throw new SalesforceError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
    }
    return new UserAccess(record, definition, this.#assignedTo(userId), origin);
  }

  #assignedTo(userId: string): PermissionSetMetadata[] {
    const assignments = this.#table(permissionSetAssignment.name).findByIndex('AssigneeId', userId) ?? [];
    return assignments.flatMap((assignment) => {
      const record = this.#table(permissionSet.name).get(String(assignment.PermissionSetId));
      if (!record || record.IsDeleted === true) return [];
      const fullName = joinNamespace(record.NamespacePrefix, String(record.Name));
      const metadata = this.#permissionSets().get(fullName);
      return metadata ? [metadata] : [];
    });
  }

  #table(objectName: string) {
    const object = this.#schema.object(objectName);
    if (!object) throw new Error(`The local org has no object ${objectName}`);
    return this.#database.table(object);
  }
}
