/**
 * Metadata types by the suffix of their files (Metadata API Developer Guide, "Metadata Types"). Types that are
 * in neither table stop the load: they would have an effect in an org that they do not have here.
 */
const typesWithEffect: Readonly<Record<string, string>> = {
  object: 'CustomObject',
  field: 'CustomField',
  validationRule: 'ValidationRule',
  recordType: 'RecordType',
  listView: 'ListView',
  globalValueSet: 'GlobalValueSet',
  standardValueSet: 'StandardValueSet',
  md: 'CustomMetadata',
  platformEventChannel: 'PlatformEventChannel',
  platformEventChannelMember: 'PlatformEventChannelMember',
  permissionset: 'PermissionSet',
  customPermission: 'CustomPermission',
  notiftype: 'CustomNotificationType',
  flow: 'Flow',
  namedCredential: 'NamedCredential',
  externalCredential: 'ExternalCredential',
  externalServiceRegistration: 'ExternalServiceRegistration',
  labels: 'CustomLabels',
  report: 'Report',
  reportFolder: 'ReportFolder',
  reportType: 'ReportType'
};

/** Types that are known and change nothing of what the local org does: how Setup and pages look. */
const typesWithoutEffect: Readonly<Record<string, string>> = {
  app: 'CustomApplication',
  tab: 'CustomTab',
  flexipage: 'FlexiPage',
  layout: 'Layout',
  compactLayout: 'CompactLayout',
  fieldSet: 'FieldSet',
  webLink: 'WebLink',
  quickAction: 'QuickAction',
  js: 'LightningComponentBundle',
  resource: 'StaticResource',
  asset: 'ContentAsset',
  messageChannel: 'LightningMessageChannel',
  objectTranslation: 'CustomObjectTranslation',
  fieldTranslation: 'CustomFieldTranslation',
  translation: 'Translations',
  globalValueSetTranslation: 'GlobalValueSetTranslation',
  standardValueSetTranslation: 'StandardValueSetTranslation',
  flowDefinition: 'FlowDefinition',
  flowCategory: 'FlowCategory',
  pathAssistant: 'PathAssistant',
  homePageLayout: 'HomePageLayout',
  dashboard: 'Dashboard',
  dashboardFolder: 'DashboardFolder',
  remoteSite: 'RemoteSiteSetting',
  cspTrustedSite: 'CspTrustedSite',
  crt: 'Certificate'
};

/** Name of the metadata type of a file suffix, or undefined where the local org does not know it. */
export function typeOfSuffix(suffix: string): string | undefined {
  return typesWithEffect[suffix] ?? typesWithoutEffect[suffix];
}

/** Whether components of the suffix are listed only. */
export function isWithoutEffect(suffix: string): boolean {
  return suffix in typesWithoutEffect;
}
