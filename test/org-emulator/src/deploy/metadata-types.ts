import { typeOfSuffix } from '../metadata/component-types.ts';

/** A metadata type as `describeMetadata` tells it. */
export interface MetadataType {
  readonly xmlName: string;
  readonly directoryName: string;
  readonly suffix?: string;
  readonly inFolder: boolean;
  readonly metaFile: boolean;
  readonly childXmlNames: readonly string[];
}

/** Folders of metadata format by the suffix of their files (Metadata API Developer Guide, "Metadata Types"). */
const directories: Readonly<Record<string, string>> = {
  object: 'objects',
  globalValueSet: 'globalValueSets',
  standardValueSet: 'standardValueSets',
  md: 'customMetadata',
  platformEventChannel: 'platformEventChannels',
  platformEventChannelMember: 'platformEventChannelMembers',
  permissionset: 'permissionsets',
  customPermission: 'customPermissions',
  notiftype: 'notificationtypes',
  flow: 'flows',
  namedCredential: 'namedCredentials',
  externalCredential: 'externalCredentials',
  externalServiceRegistration: 'externalServiceRegistrations',
  labels: 'labels',
  report: 'reports',
  reportType: 'reportTypes',
  app: 'applications',
  tab: 'tabs',
  flexipage: 'flexipages',
  layout: 'layouts',
  quickAction: 'quickActions',
  js: 'lwc',
  translation: 'translations',
  resource: 'staticresources',
  messageChannel: 'messageChannels',
  flowDefinition: 'flowDefinitions',
  remoteSite: 'remoteSiteSettings',
  cspTrustedSite: 'cspTrustedSites'
};

const children: Readonly<Record<string, readonly string[]>> = {
  CustomObject: [
    'CustomField',
    'ValidationRule',
    'RecordType',
    'ListView',
    'CompactLayout',
    'FieldSet',
    'WebLink'
  ],
  CustomLabels: ['CustomLabel']
};

/** Names by which `package.xml` and `listMetadata` ask for a type, where they are not the type's own. */
const folderTypes: Readonly<Record<string, string>> = { ReportFolder: 'Report' };

/** The metadata types of the local org. */
export const metadataTypes: readonly MetadataType[] = Object.entries(directories).map(
  ([suffix, directoryName]) => {
    const xmlName = typeOfSuffix(suffix) ?? suffix;
    const isBundle = suffix === 'js';
    return {
      xmlName,
      directoryName,
      ...(isBundle ? {} : { suffix }),
      inFolder: suffix === 'report',
      metaFile: suffix === 'resource',
      childXmlNames: children[xmlName] ?? []
    };
  }
);

/** The type under which a manifest names components of this one. */
export function manifestType(type: string): string {
  return folderTypes[type] ?? type;
}

/** Where a component's file stands in metadata format; parts stand in the file of their object. */
export function metadataPath(type: string, fullName: string): string {
  if (type === 'CustomLabel' || type === 'CustomLabels') return 'labels/CustomLabels.labels';
  const parent = metadataTypes.find(({ childXmlNames }) => childXmlNames.includes(type));
  if (parent) return pathOf(parent, fullName.split('.')[0] ?? fullName);
  const owner = metadataTypes.find(({ xmlName }) => xmlName === manifestType(type));
  if (owner === undefined) return fullName;
  return type in folderTypes ? `${owner.directoryName}/${fullName}` : pathOf(owner, fullName);
}

function pathOf({ directoryName, suffix }: MetadataType, name: string): string {
  return suffix === undefined ? `${directoryName}/${name}` : `${directoryName}/${name}.${suffix}`;
}
