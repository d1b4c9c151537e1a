import type { PermissionSetMetadata } from './permission-set.ts';

/** Whether a component of that metadata type and name is there. */
export type IsThere = (type: string, fullName: string) => boolean;

/**
 * A permission set without what it grants on components that are gone: an org takes such grants away together with
 * the component, and does not refuse the deletion for them.
 */
export function withoutRemovedGrants(
  permissionSet: PermissionSetMetadata,
  wasRemoved: IsThere
): PermissionSetMetadata {
  const kept = <T>(grants: readonly T[], type: string, nameOf: (grant: T) => string): T[] =>
    grants.filter((grant) => !wasRemoved(type, nameOf(grant)));
  return {
    ...permissionSet,
    objectPermissions: kept(permissionSet.objectPermissions, 'CustomObject', ({ object }) => object),
    fieldPermissions: kept(permissionSet.fieldPermissions, 'CustomField', ({ field }) => field),
    flowAccesses: kept(permissionSet.flowAccesses, 'Flow', ({ flow }) => flow),
    customPermissions: kept(permissionSet.customPermissions, 'CustomPermission', ({ name }) => name),
    recordTypeVisibilities: kept(
      permissionSet.recordTypeVisibilities,
      'RecordType',
      (each) => each.recordType
    ),
    customMetadataTypeAccesses: kept(
      permissionSet.customMetadataTypeAccesses,
      'CustomObject',
      ({ name }) => name
    )
  };
}
