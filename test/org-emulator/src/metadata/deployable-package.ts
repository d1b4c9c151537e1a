import type { PackageMetadata } from './package-metadata.ts';
import { withoutRemovedGrants } from './removed-grants.ts';
import { readComponentFiles } from './read-components.ts';
import { deployedFiles, type PathAndText } from './source-files.ts';

export type { PathAndText } from './source-files.ts';

/** A component by its metadata type and name, as `package.xml` names it; parts of objects are `Object.Part`. */
export interface ComponentName {
  readonly type: string;
  readonly fullName: string;
}

/** A component with the file it came from, by its path in the deployment. */
export interface ListedComponent extends ComponentName {
  readonly file: string;
  /** What its file says, to be compared with another of the same name. */
  readonly definition: unknown;
}

/**
 * Makes metadata of a deployment's files, in metadata format (`objects/Account.object` with its parts inside)
 * or in source format. Paths have `/` between folders. `package.xml`, files of destructive changes, and the
 * contents of bundles and static resources are passed over; files of unknown types are refused.
 * Throws MetadataLoadError with every problem found.
 */
export function readComponents(files: readonly PathAndText[]): PackageMetadata {
  return readComponentFiles(deployedFiles(files));
}

/** What is deployed after a deployment: `added` in place of components of the same name, the rest as it was. */
export function mergeMetadata(deployed: PackageMetadata, added: PackageMetadata): PackageMetadata {
  return withEachPart(deployed, (part) => new Map<string, unknown>([...deployed[part], ...added[part]]));
}

/**
 * What is deployed after destructive changes. An object goes with all its parts, a custom metadata type with its
 * records, and permission sets lose what they granted on what is gone. Names of components that are not there come
 * back in `missing`, which an org reports as a warning.
 */
export function removeComponents(
  deployed: PackageMetadata,
  names: readonly ComponentName[]
): { readonly metadata: PackageMetadata; readonly missing: readonly ComponentName[] } {
  const doomed = new Set(names.map(keyOf));
  const objects = new Set(
    names.filter(({ type }) => type === 'CustomObject').map(({ fullName }) => fullName)
  );
  const isDoomed = (component: ComponentName) =>
    doomed.has(keyOf(component)) || ownersOf(component).some((owner) => objects.has(owner));
  const known = new Set(listComponents(deployed).map(keyOf));
  const metadata = withEachPart(
    deployed,
    (part) =>
      new Map<string, unknown>(
        [...deployed[part]].filter(([name, value]) => !isDoomed(asListed(part, name, value)))
      )
  );
  const wasRemoved = (type: string, fullName: string) => isDoomed({ type, fullName });
  const permissionSets = new Map(
    [...metadata.permissionSets].map(([name, each]) => [name, withoutRemovedGrants(each, wasRemoved)])
  );
  return {
    metadata: { ...metadata, permissionSets },
    missing: names.filter((name) => !known.has(keyOf(name)))
  };
}

/** Objects with which a component goes: the one it is a part of, or the type of a custom metadata record. */
function ownersOf({ type, fullName }: ComponentName): string[] {
  const [owner = ''] = fullName.split('.');
  return type === 'CustomMetadata' ? [owner, `${owner}__mdt`] : [owner];
}

/** All components, each with its metadata type and file. */
export function listComponents(metadata: PackageMetadata): ListedComponent[] {
  return parts.flatMap((part) => [...metadata[part]].map(([name, value]) => asListed(part, name, value)));
}

const typesByPart: Readonly<Record<keyof PackageMetadata, string>> = {
  objects: 'CustomObject',
  fields: 'CustomField',
  validationRules: 'ValidationRule',
  recordTypes: 'RecordType',
  listViews: 'ListView',
  globalValueSets: 'GlobalValueSet',
  standardValueSets: 'StandardValueSet',
  customMetadataRecords: 'CustomMetadata',
  eventChannels: 'PlatformEventChannel',
  eventChannelMembers: 'PlatformEventChannelMember',
  permissionSets: 'PermissionSet',
  customPermissions: 'CustomPermission',
  notificationTypes: 'CustomNotificationType',
  flows: 'Flow',
  namedCredentials: 'NamedCredential',
  externalCredentials: 'ExternalCredential',
  registrations: 'ExternalServiceRegistration',
  labels: 'CustomLabel',
  reports: 'Report',
  reportFolders: 'ReportFolder',
  reportTypes: 'ReportType',
  withoutEffect: ''
};

const parts = Object.keys(typesByPart).filter((name): name is keyof PackageMetadata => name in typesByPart);

function withEachPart(
  metadata: PackageMetadata,
  change: (part: keyof PackageMetadata) => ReadonlyMap<string, unknown>
): PackageMetadata {
  const changed = Object.fromEntries(parts.map((part) => [part, change(part)]));
  // Every part keeps the type of its values: they only come from parts of the same name.
  return { ...metadata, ...changed };
}

function keyOf({ type, fullName }: ComponentName): string {
  return `${type}:${fullName.toLowerCase()}`;
}

function asListed(part: keyof PackageMetadata, name: string, value: unknown): ListedComponent {
  const file = fileOf(value);
  const type = part === 'withoutEffect' ? textOf(value, 'type') : typesByPart[part];
  const fullName = part === 'withoutEffect' ? textOf(value, 'fullName') : name;
  return { type, fullName, file, definition: value };
}

/** Labels share one file and are kept without it. */
function fileOf(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('file' in value)) return 'labels/CustomLabels.labels';
  return textOf(value.file, 'shownPath');
}

function textOf(value: unknown, name: string): string {
  if (typeof value !== 'object' || value === null) return '';
  const found: unknown = Object.getOwnPropertyDescriptor(value, name)?.value;
  return typeof found === 'string' ? found : '';
}
