import { hasFile } from '../inventory.ts';
import { filesOf, type PackageSource } from '../package-source.ts';
import type { Problem } from '../problem.ts';
import { problemAt, type Rule } from '../rule.ts';
import { children, childText, descendants, type XmlElement } from '../xml.ts';

/** A named credential's external credential, and a registration's named credential, must exist. */
export const credentialsRule: Rule = {
  name: 'credentials',
  check: (source) => [
    ...filesOf(source, 'NamedCredential').flatMap(({ file, root }) =>
      named(root, 'externalCredential').flatMap((each) => mustExist(file, each, 'ExternalCredential', source))
    ),
    ...filesOf(source, 'ExternalServiceRegistration').flatMap(({ file, root }) =>
      ['namedCredential', 'namedCredentialReference']
        .flatMap((element) => named(root, element))
        .flatMap((each) => mustExist(file, each, 'NamedCredential', source))
    )
  ]
};

function named(root: XmlElement, element: string): XmlElement[] {
  return descendants(root).filter((each) => each.name === element);
}

function mustExist(file: string, reference: XmlElement, rootName: string, source: PackageSource): Problem[] {
  if (hasFile(source, rootName, reference.text)) return [];
  const what = `the ${rootName} '${reference.text}' does not exist`;
  return [problemAt(file, reference.line, what, 'Correct the name or add it')];
}

/**
 * Whether a registration's operation is switched on; used by the rule on flow actions. Setup writes the names of operations
 * in lower case there, whatever the document says.
 */
export function isActiveOperation(registration: XmlElement, operation: string): boolean {
  return children(registration, 'operations').some(
    (each) =>
      childText(each, 'name')?.toLowerCase() === operation.toLowerCase() &&
      childText(each, 'active') === 'true'
  );
}
