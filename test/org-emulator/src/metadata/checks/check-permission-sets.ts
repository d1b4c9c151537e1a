import type { ObjectDefinition } from '../../schema/object.ts';
import type { Schema } from '../../schema/schema.ts';
import { principalNames } from '../external-credential.ts';
import type { PackageMetadata } from '../package-metadata.ts';
import type { PermissionSetMetadata } from '../permission-set.ts';
import type { Check } from './check.ts';

/** Standard objects a permission set may name although the local org keeps no records of them. */
const objectsWithoutRecords = new Set(['UserExternalCredential']);

/** Permission sets name what exists, and their permissions fit together. */
export const checkPermissionSets: Check = ({ metadata, schema, report }) => {
  for (const permissionSet of metadata.permissionSets.values()) {
    const problems = [
      ...permissionSet.objectPermissions.flatMap((permission) =>
        objectProblems(permission, permissionSet, schema)
      ),
      ...permissionSet.fieldPermissions.flatMap(({ field }) => fieldProblems(field, schema)),
      ...missingNames(permissionSet, metadata)
    ];
    for (const problem of problems) report(permissionSet, permissionSet.fullName, problem);
  }
};

type ObjectPermission = PermissionSetMetadata['objectPermissions'][number];

function objectProblems(
  permission: ObjectPermission,
  permissionSet: PermissionSetMetadata,
  schema: Schema
): string[] {
  if (objectsWithoutRecords.has(permission.object)) return [];
  const object = schema.object(permission.object);
  if (!object) return [`the object ${permission.object} does not exist`];
  const mayOnlyPublish = object.options.kind === 'platformEvent';
  return [
    ...dependencyProblems(permission),
    ...masterProblems(permission, permissionSet, object),
    ...(mayOnlyPublish && (permission.allowEdit || permission.allowDelete)
      ? [`events of ${object.name} can be read and created only`]
      : [])
  ];
}

/** What each permission on an object needs beside it (Salesforce help, "Object Permissions"). */
function dependencyProblems(permission: ObjectPermission): string[] {
  const { object, allowRead, allowCreate, allowEdit, allowDelete, viewAllRecords, modifyAllRecords } =
    permission;
  const needs = (wanted: string, depends: string) =>
    `Permission ${wanted} ${object} depends on permission(s): ${depends} ${object}`;
  return [
    ...(allowCreate && !allowRead ? [needs('Create', 'Read')] : []),
    ...(allowEdit && !allowRead ? [needs('Edit', 'Read')] : []),
    ...(allowDelete && !allowEdit ? [needs('Delete', 'Edit')] : []),
    ...(viewAllRecords === true && !allowRead ? [needs('View All', 'Read')] : []),
    ...(modifyAllRecords === true && !(allowDelete && viewAllRecords === true)
      ? [needs('Modify All', 'Delete, View All')]
      : [])
  ];
}

/** Details cannot be reached without their master. */
function masterProblems(
  permission: ObjectPermission,
  permissionSet: PermissionSetMetadata,
  object: ObjectDefinition
): string[] {
  if (!permission.allowRead || !object.custom) return [];
  const masters = object.fields
    .filter(({ masterDetail }) => masterDetail)
    .flatMap(({ referenceTo }) => referenceTo);
  return masters
    .filter(
      (master) => !permissionSet.objectPermissions.some((each) => each.object === master && each.allowRead)
    )
    .map((master) => `Permission Read ${object.name} depends on permission(s): Read ${master}`);
}

function fieldProblems(fullName: string, schema: Schema): string[] {
  const [objectName = '', fieldName = ''] = fullName.split('.');
  const field = schema.object(objectName)?.field(fieldName);
  if (!field) return [`the field ${fullName} does not exist`];
  // Salesforce refuses a deployment that sets permissions on a required field.
  if (field.masterDetail)
    return [`the field ${fullName} is a master-detail field, so it cannot have permissions`];
  return field.required ? [`the field ${fullName} is required, so it cannot have permissions`] : [];
}

function missingNames(permissionSet: PermissionSetMetadata, metadata: PackageMetadata): string[] {
  const principals = [...metadata.externalCredentials.values()].flatMap((credential) =>
    principalNames(credential).map((principal) => `${credential.fullName}-${principal}`)
  );
  const missing = (what: string, names: readonly string[], exists: (name: string) => boolean) =>
    names.filter((name) => !exists(name)).map((name) => `the ${what} ${name} does not exist`);
  return [
    ...missing(
      'flow',
      permissionSet.flowAccesses.map(({ flow }) => flow),
      (name) => metadata.flows.has(name)
    ),
    ...missing(
      'external credential principal',
      permissionSet.externalCredentialPrincipalAccesses.map((each) => each.externalCredentialPrincipal),
      (name) => principals.includes(name)
    ),
    ...missing(
      'custom permission',
      permissionSet.customPermissions.map(({ name }) => name),
      (name) => metadata.customPermissions.has(name)
    ),
    ...missing(
      'record type',
      permissionSet.recordTypeVisibilities.map(({ recordType }) => recordType),
      (name) => metadata.recordTypes.has(name)
    ),
    ...missing(
      'custom metadata type',
      permissionSet.customMetadataTypeAccesses.map(({ name }) => name),
      (name) => metadata.objects.has(name)
    )
  ];
}
