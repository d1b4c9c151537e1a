import { notFound, SalesforceError } from '../errors/salesforce-error.ts';
import type { PermissionSetMetadata, UserPermission } from '../metadata/permission-set.ts';
import type { FieldDefinition, RecordValues } from '../schema/field.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import type { ProfileDefinition } from './profiles.ts';

/** What may be done with an object's records. */
export type ObjectAction = 'read' | 'create' | 'edit' | 'delete';

const permissionElement = {
  read: 'allowRead',
  create: 'allowCreate',
  edit: 'allowEdit',
  delete: 'allowDelete'
} as const;

/**
 * Objects whose access is that of another object, since permission sets cannot name them (Salesforce help, "Permissions
 * Required for Working with Opportunity Products" and "Order Products"): who may edit the parent may change them.
 */
const parents: Readonly<Record<string, { readonly object: string; readonly toChange: ObjectAction }>> = {
  OpportunityContactRole: { object: 'Opportunity', toChange: 'edit' },
  OpportunityLineItem: { object: 'Opportunity', toChange: 'edit' },
  OrderItem: { object: 'Order', toChange: 'edit' },
  PricebookEntry: { object: 'Pricebook2', toChange: 'edit' }
};

/**
 * What one user may do: the profile's grants and those of every permission set assigned. Standard fields are
 * open to all; custom fields need a field permission, for administrators too, as after a deployment. Sharing
 * is not modelled: who may read an object sees all its records.
 */
export class UserAccess {
  readonly user: RecordValues;
  /** Where this user's changes come from, as change events name it, or empty. */
  readonly origin: string;
  readonly #profile: ProfileDefinition;
  readonly #permissionSets: readonly PermissionSetMetadata[];

  constructor(
    user: RecordValues,
    profile: ProfileDefinition,
    permissionSets: readonly PermissionSetMetadata[],
    origin = ''
  ) {
    this.user = user;
    this.origin = origin;
    this.#profile = profile;
    this.#permissionSets = permissionSets;
  }

  get userId(): string {
    return String(this.user.Id);
  }

  can(action: ObjectAction, object: ObjectDefinition): boolean {
    const { kind, historyOf } = object.options;
    // Who may read an object may read its history, and nobody may write it.
    if (historyOf) return action === 'read' && this.#canByName('read', historyOf.object);
    if (kind !== 'customMetadata') return this.#canByName(action, object.name);
    return this.#canAll(action) || (action === 'read' && this.#canReadMetadataType(object));
  }

  #canByName(action: ObjectAction, objectName: string): boolean {
    const parent = parents[objectName];
    if (parent && this.#canByName(action === 'read' ? 'read' : parent.toChange, parent.object)) return true;
    if (this.#canAll(action) || this.#profile.fullAccessTo.includes(objectName)) return true;
    if (action === 'read' && this.#profile.readAccessTo.includes(objectName)) return true;
    return this.#permissionSets.some((permissionSet) =>
      permissionSet.objectPermissions.some(
        (permission) => permission.object === objectName && permission[permissionElement[action]]
      )
    );
  }

  #canAll(action: ObjectAction): boolean {
    return (
      this.hasUserPermission('ModifyAllData') || (action === 'read' && this.hasUserPermission('ViewAllData'))
    );
  }

  /** View All Records of the object, whatever sharing says: what streams of its change events ask for. */
  canViewAll(object: ObjectDefinition): boolean {
    if (this.hasUserPermission('ViewAllData')) return true;
    return this.#permissionSets.some((permissionSet) =>
      permissionSet.objectPermissions.some(
        (permission) =>
          permission.object === object.name &&
          (permission.viewAllRecords === true || permission.modifyAllRecords === true)
      )
    );
  }

  /** Throws Salesforce's refusal unless the user may do this with the object's records. */
  requireObject(object: ObjectDefinition, action: ObjectAction): void {
    if (this.can(action, object)) return;
    if (action === 'read' || !this.can('read', object)) throw notFound();
    if (action === 'create') {
      const message = `entity type cannot be inserted: ${object.label}`;
      throw new SalesforceError(400, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', message);
    }
    const message = 'insufficient access rights on object id';
    throw new SalesforceError(403, 'INSUFFICIENT_ACCESS_OR_READONLY', message);
  }

  canReadField(object: ObjectDefinition, field: FieldDefinition): boolean {
    return isOpenToAll(object, field) || this.#fieldPermissions(object, field).some(isReadable);
  }

  canEditField(object: ObjectDefinition, field: FieldDefinition): boolean {
    return isOpenToAll(object, field) || this.#fieldPermissions(object, field).some((each) => each.editable);
  }

  /** Whether the user has a permission that concerns no single object, from profile or permission set. */
  hasUserPermission(name: UserPermission): boolean {
    if (this.#profile.userPermissions.includes(name)) return true;
    return this.#permissionSets.some(({ userPermissions }) =>
      userPermissions.some((each) => each.name === name && each.enabled)
    );
  }

  /** Whether a permission set gives the user this permission of the package. */
  hasCustomPermission(name: string): boolean {
    return this.#permissionSets.some(({ customPermissions }) =>
      customPermissions.some((each) => each.name === name && each.enabled)
    );
  }

  /** Whether the user may choose this record type (`Object.RecordType`) for new records. */
  hasRecordType(recordType: string): boolean {
    if (this.hasUserPermission('ModifyAllData')) return true;
    return this.#permissionSets.some(({ recordTypeVisibilities }) =>
      recordTypeVisibilities.some((each) => each.recordType === recordType && each.visible)
    );
  }

  /** Whether the user may run the flow; see docs/decisions on how flow access is modelled. */
  canRunFlow(flow: { readonly fullName: string; readonly needsExplicitAccess: boolean }): boolean {
    const runsAll = this.hasUserPermission('ManageInteraction') || this.hasUserPermission('RunFlow');
    if (runsAll && !flow.needsExplicitAccess) return true;
    return this.#permissionSets.some((permissionSet) =>
      permissionSet.flowAccesses.some((access) => access.flow === flow.fullName && access.enabled)
    );
  }

  /** Whether a permission set gives the user this principal of an external credential. */
  hasPrincipal(externalCredential: string, principal: string): boolean {
    const wanted = `${externalCredential}-${principal}`;
    return this.#permissionSets.some((permissionSet) =>
      permissionSet.externalCredentialPrincipalAccesses.some(
        (access) => access.externalCredentialPrincipal === wanted && access.enabled
      )
    );
  }

  #canReadMetadataType({ name }: ObjectDefinition): boolean {
    return this.#permissionSets.some(({ customMetadataTypeAccesses }) =>
      customMetadataTypeAccesses.some((access) => access.name === name && access.enabled)
    );
  }

  #fieldPermissions(object: ObjectDefinition, field: FieldDefinition): FieldPermission[] {
    const fullName = `${object.name}.${field.name}`;
    return this.#permissionSets.flatMap((permissionSet) =>
      permissionSet.fieldPermissions.filter((permission) => permission.field === fullName)
    );
  }
}

type FieldPermission = PermissionSetMetadata['fieldPermissions'][number];

function isReadable(permission: FieldPermission): boolean {
  return permission.editable || permission.readable === true;
}

/**
 * Standard fields, and required custom ones, to which Salesforce gives everyone access; all fields of platform events
 * and custom metadata, which have no field-level security here.
 */
function isOpenToAll(object: ObjectDefinition, field: FieldDefinition): boolean {
  return !field.custom || field.required || object.options.kind !== 'record';
}
