import { hasField, hasFile, hasObject } from '../inventory.ts';
import { filesOf, type PackageSource } from '../package-source.ts';
import type { Problem } from '../problem.ts';
import { problemAt, type Rule } from '../rule.ts';
import { children, childText, type XmlElement } from '../xml.ts';

/** What a permission set grants must exist. */
export const permissionSetsRule: Rule = {
  name: 'permission-sets',
  check: (source) =>
    filesOf(source, 'PermissionSet').flatMap(({ file, root }) =>
      grants.flatMap((grant) =>
        children(root, grant.list).flatMap((each) => checkGrant(file, each, grant, source))
      )
    )
};

interface Grant {
  readonly list: string;
  readonly element: string;
  readonly noun: string;
  exists(source: PackageSource, name: string): boolean;
}

const grants: readonly Grant[] = [
  { list: 'fieldPermissions', element: 'field', noun: 'field', exists: fieldExists },
  { list: 'objectPermissions', element: 'object', noun: 'object', exists: hasObject },
  {
    list: 'flowAccesses',
    element: 'flow',
    noun: 'flow',
    exists: (source, name) => hasFile(source, 'Flow', name)
  },
  {
    list: 'applicationVisibilities',
    element: 'application',
    noun: 'app',
    exists: (source, name) => hasFile(source, 'CustomApplication', name)
  },
  {
    list: 'externalCredentialPrincipalAccesses',
    element: 'externalCredentialPrincipal',
    noun: 'external credential principal',
    exists: principalExists
  },
  {
    list: 'customPermissions',
    element: 'name',
    noun: 'custom permission',
    exists: (source, name) => hasFile(source, 'CustomPermission', name)
  }
];

function checkGrant(file: string, given: XmlElement, grant: Grant, source: PackageSource): Problem[] {
  const name = childText(given, grant.element) ?? '';
  if (grant.exists(source, name)) return [];
  return [
    problemAt(file, given.line, `the ${grant.noun} '${name}' does not exist`, 'Correct the name or add it')
  ];
}

function fieldExists(source: PackageSource, name: string): boolean {
  const [object = '', field = ''] = name.split('.');
  return hasField(source, object, field);
}

/** A principal is named `Credential-Principal`; it is a parameter of the external credential. */
function principalExists(source: PackageSource, name: string): boolean {
  const [credential = '', principal] = name.split('-');
  const file = filesOf(source, 'ExternalCredential').find((each) => each.name === credential);
  if (file === undefined) return false;
  return children(file.root, 'externalCredentialParameters').some(
    (each) =>
      childText(each, 'parameterType')?.endsWith('Principal') &&
      childText(each, 'parameterName') === principal
  );
}
