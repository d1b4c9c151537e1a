import type { Schema } from '../schema/schema.ts';
import { principalNames } from './external-credential.ts';
import type { ProblemList } from './load-error.ts';
import type { PackageMetadata } from './package-metadata.ts';
import type { PermissionSetMetadata } from './permission-set.ts';

/** Standard objects a permission set may name although the local org keeps no records of them. */
const objectsWithoutRecords = new Set(['UserExternalCredential']);

/** Finds names in permission sets and credentials that lead nowhere. */
export function checkConsistency(metadata: PackageMetadata, schema: Schema, problems: ProblemList): void {
  for (const named of metadata.namedCredentials.values()) {
    if (!metadata.externalCredentials.has(named.externalCredential)) {
      const problem = `the external credential ${named.externalCredential} does not exist`;
      problems.add(named.file.shownPath, named.fullName, problem);
    }
  }
  for (const permissionSet of metadata.permissionSets.values()) {
    for (const problem of permissionSetProblems(permissionSet, metadata, schema)) {
      problems.add(permissionSet.file.shownPath, permissionSet.fullName, problem);
    }
  }
}

function permissionSetProblems(
  permissionSet: PermissionSetMetadata,
  metadata: PackageMetadata,
  schema: Schema
): string[] {
  const principals = [...metadata.externalCredentials.values()].flatMap((credential) =>
    principalNames(credential).map((principal) => `${credential.fullName}-${principal}`)
  );
  return [
    ...permissionSet.objectPermissions
      .filter(({ object }) => !schema.object(object) && !objectsWithoutRecords.has(object))
      .map(({ object }) => `the object ${object} does not exist`),
    ...permissionSet.fieldPermissions.flatMap(({ field }) => fieldProblems(field, schema)),
    ...permissionSet.flowAccesses
      .filter(({ flow }) => !metadata.flows.has(flow))
      .map(({ flow }) => `the flow ${flow} does not exist`),
    ...permissionSet.externalCredentialPrincipalAccesses
      .map((access) => access.externalCredentialPrincipal)
      .filter((principal) => !principals.includes(principal))
      .map((principal) => `the external credential principal ${principal} does not exist`)
  ];
}

function fieldProblems(fullName: string, schema: Schema): string[] {
  const [objectName = '', fieldName = ''] = fullName.split('.');
  const field = schema.object(objectName)?.field(fieldName);
  if (!field) return [`the field ${fullName} does not exist`];
  // Salesforce refuses a deployment that sets permissions on a required field.
  return field.required ? [`the field ${fullName} is required, so it cannot have permissions`] : [];
}
