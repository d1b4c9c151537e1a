import { listComponents } from '../metadata/deployable-package.ts';
import { splitNamespace } from '../metadata/component-name.ts';
import { SalesforceError } from '../errors/salesforce-error.ts';
import type { Org } from '../org.ts';
import type { DeployingUser } from './deployment.ts';
import { manifestType, metadataPath, metadataTypes } from './metadata-types.ts';

/**
 * The components of a type (Metadata API Developer Guide, "listMetadata()"). The local org keeps no history of
 * them: who asks is told as the one who made them.
 */
export function listMetadata(org: Org, user: DeployingUser, type: string, folder?: string): object[] {
  requireType(type);
  const now = org.clock.now().toISOString();
  return namesOf(org, type)
    .filter((fullName) => folder === undefined || fullName.startsWith(`${folder}/`))
    .map((fullName) => ({
      createdById: user.id,
      createdByName: user.name,
      createdDate: now,
      fileName: metadataPath(type, fullName),
      fullName,
      id: '',
      lastModifiedById: user.id,
      lastModifiedByName: user.name,
      lastModifiedDate: now,
      manageableState: 'unmanaged',
      ...namespaceOf(type, fullName),
      type
    }));
}

/** Standard objects are there without any file; labels stand under the one component that holds them all. */
function namesOf(org: Org, type: string): string[] {
  const listed = listComponents(org.metadata).filter((each) => each.type === type);
  if (type === 'CustomObject') return org.schema.objects.map(({ name }) => name);
  if (type === 'CustomLabels') return org.metadata.labels.size > 0 ? ['CustomLabels'] : [];
  return listed.map(({ fullName }) => fullName);
}

function namespaceOf(type: string, fullName: string): { namespacePrefix?: string } {
  const name = fullName.split('.').at(-1) ?? fullName;
  const isSuffixed = ['CustomObject', 'CustomField'].includes(type);
  const { namespace } = splitNamespace(isSuffixed ? name.replace(/__[a-z]+$/, '') : name);
  return namespace === null ? {} : { namespacePrefix: namespace };
}

function requireType(type: string): void {
  const known = metadataTypes.flatMap(({ xmlName, childXmlNames }) => [xmlName, ...childXmlNames]);
  if (known.includes(type) || manifestType(type) !== type) return;
  throw new SalesforceError(500, 'INVALID_TYPE', `Unknown type name '${type}' specified in listMetadata`);
}
