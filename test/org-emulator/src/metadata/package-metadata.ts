import { existsSync } from 'node:fs';
import { type Namespace, namespaceOf, noNamespace } from './apply-namespace.ts';
import type { CustomFieldMetadata } from './custom-field.ts';
import type { CustomMetadataRecord } from './custom-metadata-record.ts';
import type { CustomObjectMetadata } from './custom-object.ts';
import type { EventChannelMemberMetadata, EventChannelMetadata } from './event-channel.ts';
import type { ExternalCredentialMetadata } from './external-credential.ts';
import type { ExternalServiceRegistrationMetadata } from './external-service-registration.ts';
import type { FlowMetadata } from './flow.ts';
import { MetadataLoadError } from './load-error.ts';
import type { NamedCredentialMetadata } from './named-credential.ts';
import type { CustomPermissionMetadata, NotificationTypeMetadata } from './named-setup.ts';
import type { ListViewMetadata, RecordTypeMetadata, ValidationRuleMetadata } from './object-parts.ts';
import type { PermissionSetMetadata } from './permission-set.ts';
import { readComponentFiles } from './read-components.ts';
import type { ReportFolderMetadata, ReportMetadata } from './report.ts';
import type { ReportTypeMetadata } from './report-type.ts';
import { findSourceFiles } from './source-files.ts';
import type { ValueSetMetadata } from './value-set.ts';

/** A component that the local org lists and gives no effect. */
export interface ComponentWithoutEffect {
  /** Metadata type, such as `Layout`. */
  readonly type: string;
  readonly fullName: string;
  readonly file: { readonly shownPath: string };
}

type Components<T> = ReadonlyMap<string, T>;

/**
 * Everything of a package, by component name; parts of objects are named `Object.Part`. Metadata of an org in
 * which a package with a namespace is installed has the prefix in every name of the package.
 */
export interface PackageMetadata {
  readonly objects: Components<CustomObjectMetadata>;
  readonly fields: Components<CustomFieldMetadata>;
  readonly validationRules: Components<ValidationRuleMetadata>;
  readonly recordTypes: Components<RecordTypeMetadata>;
  readonly listViews: Components<ListViewMetadata>;
  readonly globalValueSets: Components<ValueSetMetadata>;
  readonly standardValueSets: Components<ValueSetMetadata>;
  readonly customMetadataRecords: Components<CustomMetadataRecord>;
  readonly eventChannels: Components<EventChannelMetadata>;
  readonly eventChannelMembers: Components<EventChannelMemberMetadata>;
  readonly permissionSets: Components<PermissionSetMetadata>;
  readonly customPermissions: Components<CustomPermissionMetadata>;
  readonly notificationTypes: Components<NotificationTypeMetadata>;
  readonly flows: Components<FlowMetadata>;
  readonly namedCredentials: Components<NamedCredentialMetadata>;
  readonly externalCredentials: Components<ExternalCredentialMetadata>;
  readonly registrations: Components<ExternalServiceRegistrationMetadata>;
  /** Texts of custom labels. */
  readonly labels: Components<string>;
  readonly reports: Components<ReportMetadata>;
  readonly reportFolders: Components<ReportFolderMetadata>;
  readonly reportTypes: Components<ReportTypeMetadata>;
  /** Pages, tabs, components and the like: listed, never hidden. By path. */
  readonly withoutEffect: Components<ComponentWithoutEffect>;
}

/** A package as it was read, and how its names came about. */
export interface ReadPackage {
  readonly metadata: PackageMetadata;
  readonly namespace: Namespace;
}

/**
 * Reads a source-format package directory, as an org has it where the package has this namespace. Throws
 * MetadataLoadError with every problem found.
 */
export function readPackage(packageDirectory: string, prefix?: string): ReadPackage {
  if (!existsSync(packageDirectory)) {
    throw new MetadataLoadError([
      { file: packageDirectory, component: 'package', problem: 'the directory does not exist' }
    ]);
  }
  const files = findSourceFiles(packageDirectory);
  const namespace = prefix === undefined ? noNamespace : namespaceOf(prefix, files);
  return { metadata: readComponentFiles(namespace.files(files)), namespace };
}
