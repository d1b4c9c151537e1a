import { isWithoutEffect, typeOfSuffix } from './component-types.ts';
import { readCustomField } from './custom-field.ts';
import { readCustomLabels } from './custom-labels.ts';
import { readCustomMetadataRecord } from './custom-metadata-record.ts';
import { readCustomObject } from './custom-object.ts';
import { readEventChannel, readEventChannelMember } from './event-channel.ts';
import { readExternalCredential } from './external-credential.ts';
import { readExternalServiceRegistration } from './external-service-registration.ts';
import { readFlow } from './flow.ts';
import { ProblemList } from './load-error.ts';
import { readNamedCredential } from './named-credential.ts';
import { readCustomPermission, readNotificationType } from './named-setup.ts';
import { listViews, recordTypes, validationRules } from './object-parts.ts';
import type { ComponentWithoutEffect, PackageMetadata } from './package-metadata.ts';
import { readPermissionSet } from './permission-set.ts';
import { readReport, readReportFolder } from './report.ts';
import { readReportType } from './report-type.ts';
import type { SourceFile } from './source-files.ts';
import { readGlobalValueSet, readStandardValueSet } from './value-set.ts';

/** Reads components from their files. Throws MetadataLoadError with every problem found. */
export function readComponentFiles(files: readonly SourceFile[]): PackageMetadata {
  const problems = new ProblemList();
  const bySuffix = Map.groupBy(files, ({ suffix }) => suffix);
  const read = <T>(suffix: string, reader: (file: SourceFile) => T): T[] =>
    (bySuffix.get(suffix) ?? []).flatMap((file) => problems.collect(() => [reader(file)]) ?? []);
  const named = <T extends Component>(suffix: string, reader: (file: SourceFile) => T) =>
    byName(read(suffix, reader), problems);

  const objects = read('object', readCustomObject);
  const metadata: PackageMetadata = {
    objects: byName(
      objects.flatMap(({ object }) => object ?? []),
      problems
    ),
    fields: byName([...objects.flatMap(({ fields }) => fields), ...read('field', readCustomField)], problems),
    validationRules: byName(
      [
        ...objects.flatMap((each) => each.validationRules),
        ...read('validationRule', validationRules.fromFile)
      ],
      problems
    ),
    recordTypes: byName(
      [...objects.flatMap((each) => each.recordTypes), ...read('recordType', recordTypes.fromFile)],
      problems
    ),
    listViews: byName(
      [...objects.flatMap((each) => each.listViews), ...read('listView', listViews.fromFile)],
      problems
    ),
    globalValueSets: named('globalValueSet', readGlobalValueSet),
    standardValueSets: named('standardValueSet', readStandardValueSet),
    customMetadataRecords: named('md', readCustomMetadataRecord),
    eventChannels: named('platformEventChannel', readEventChannel),
    eventChannelMembers: named('platformEventChannelMember', readEventChannelMember),
    permissionSets: named('permissionset', readPermissionSet),
    customPermissions: named('customPermission', readCustomPermission),
    notificationTypes: named('notiftype', readNotificationType),
    flows: named('flow', readFlow),
    namedCredentials: named('namedCredential', readNamedCredential),
    externalCredentials: named('externalCredential', readExternalCredential),
    registrations: named('externalServiceRegistration', readExternalServiceRegistration),
    labels: new Map(read('labels', readCustomLabels).flatMap((labels) => [...labels])),
    reports: named('report', readReport),
    reportFolders: named('reportFolder', readReportFolder),
    reportTypes: named('reportType', readReportType),
    withoutEffect: new Map(files.flatMap(listedOnly))
  };
  refuseUnknownTypes(files, problems);
  problems.throwIfAny();
  return metadata;
}

function listedOnly(file: SourceFile): [string, ComponentWithoutEffect][] {
  if (!isWithoutEffect(file.suffix)) return [];
  const type = typeOfSuffix(file.suffix) ?? file.suffix;
  const { shownPath, fullName } = file;
  return [[shownPath, { type, fullName, file: { shownPath } }]];
}

function refuseUnknownTypes(files: readonly SourceFile[], problems: ProblemList): void {
  for (const { shownPath, fullName, suffix } of files) {
    if (typeOfSuffix(suffix) !== undefined) continue;
    problems.add(shownPath, fullName, `metadata of the type "${suffix}" is not supported by the local org`);
  }
}

interface Component {
  readonly fullName: string;
  readonly file: SourceFile;
  readonly objectName?: string;
}

/** The name by which a component is known: with its object, where it is a part of one. */
function nameOf({ fullName, objectName }: Component): string {
  const isPart = objectName !== undefined && !fullName.includes('.');
  return isPart ? `${objectName}.${fullName}` : fullName;
}

function byName<T extends Component>(components: readonly T[], problems: ProblemList): Map<string, T> {
  const named = new Map<string, T>();
  const seen = new Map<string, T>();
  for (const component of components) {
    const name = nameOf(component);
    const other = seen.get(name.toLowerCase());
    if (other) problems.add(component.file.shownPath, name, `is also defined in ${other.file.shownPath}`);
    seen.set(name.toLowerCase(), component);
    named.set(name, component);
  }
  return named;
}
