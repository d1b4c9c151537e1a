import type { CustomMetadataRecord } from '../metadata/custom-metadata-record.ts';
import type { PackageMetadata } from '../metadata/package-metadata.ts';
import type { FieldDefinition, FieldValue } from '../schema/field.ts';
import { isNumeric } from '../schema/field.ts';
import { splitNamespace } from '../metadata/component-name.ts';
import type { SystemWriter } from './system-writer.ts';

type Values = Readonly<Record<string, FieldValue>>;

/**
 * Makes the records that stand for metadata fit what is deployed: permission sets, record types, custom
 * metadata, report folders, reports, notification types, stages, statuses of orders. Records keep their ids for as long as their component is there.
 */
export function writeSetupRecords(writer: SystemWriter, metadata: PackageMetadata): void {
  fit(writer, 'PermissionSet', permissionSets(metadata), ['Name', 'NamespacePrefix']);
  fit(writer, 'RecordType', recordTypes(metadata), ['SobjectType', 'DeveloperName', 'NamespacePrefix']);
  fit(writer, 'OpportunityStage', stages(writer), ['ApiName']);
  fit(writer, 'OrderStatus', orderStatuses(writer), ['ApiName']);
  fit(writer, 'CustomNotificationType', notificationTypes(metadata), ['DeveloperName', 'NamespacePrefix']);
  fit(writer, 'Folder', folders(metadata), ['DeveloperName', 'NamespacePrefix']);
  fit(writer, 'Report', reports(writer, metadata), ['FolderName', 'DeveloperName', 'NamespacePrefix']);
  for (const object of customMetadataTypes(metadata)) {
    fit(writer, object, customMetadata(writer, object, metadata), ['QualifiedApiName']);
  }
}

function fit(
  writer: SystemWriter,
  objectName: string,
  wanted: readonly Values[],
  key: readonly string[]
): void {
  const keyOf = (values: Values) => JSON.stringify(key.map((name) => values[name] ?? null));
  const present = new Map(writer.records(objectName).map((record) => [keyOf(record), record]));
  for (const values of wanted) {
    const record = present.get(keyOf(values));
    if (!record) writer.create(objectName, values);
    else if (Object.entries(values).some(([name, value]) => record[name] !== value)) {
      writer.update(objectName, record, values);
    }
    present.delete(keyOf(values));
  }
  for (const record of present.values()) writer.remove(objectName, record);
}

function permissionSets(metadata: PackageMetadata): Values[] {
  return [...metadata.permissionSets.values()].map(({ fullName, label, description }) => ({
    ...named(fullName, 'Name'),
    Label: label,
    Description: description ?? null,
    IsCustom: true
  }));
}

function recordTypes(metadata: PackageMetadata): Values[] {
  return [...metadata.recordTypes.values()].map((recordType) => ({
    ...named(recordType.fullName, 'DeveloperName'),
    Name: recordType.label,
    SobjectType: recordType.objectName,
    Description: recordType.description ?? null,
    IsActive: recordType.active
  }));
}

/** The values of Opportunity.StageName, which a package may have set. */
function stages(writer: SystemWriter): Values[] {
  const values = writer.object('Opportunity').field('StageName')?.picklistValues ?? [];
  return values.map(({ value, label, sets }, index) => ({
    MasterLabel: label,
    ApiName: value,
    IsActive: true,
    SortOrder: index + 1,
    IsClosed: sets?.IsClosed ?? false,
    IsWon: sets?.IsWon ?? false,
    ForecastCategory: sets?.ForecastCategory ?? null,
    ForecastCategoryName: sets?.ForecastCategoryName ?? null,
    DefaultProbability: sets?.Probability ?? null
  }));
}

/** The values of Order.Status. */
function orderStatuses(writer: SystemWriter): Values[] {
  const values = writer.object('Order').field('Status')?.picklistValues ?? [];
  return values.map(({ value, label, isDefault, sets }, index) => ({
    MasterLabel: label,
    ApiName: value,
    SortOrder: index + 1,
    IsDefault: isDefault,
    StatusCode: sets?.StatusCode ?? null
  }));
}

function notificationTypes(metadata: PackageMetadata): Values[] {
  return [...metadata.notificationTypes.values()].map((type) => ({
    ...named(type.fullName, 'DeveloperName'),
    CustomNotifTypeName: type.customNotifTypeName,
    MasterLabel: type.masterLabel,
    Desktop: type.desktop,
    Mobile: type.mobile
  }));
}

function folders(metadata: PackageMetadata): Values[] {
  return [...metadata.reportFolders.values()].map(({ fullName, name }) => ({
    ...named(fullName, 'DeveloperName'),
    Name: name,
    AccessType: 'Public',
    Type: 'Report'
  }));
}

function reports(writer: SystemWriter, metadata: PackageMetadata): Values[] {
  return [...metadata.reports.values()].map((report) => {
    const [folder = '', name = ''] = report.fullName.split('/');
    return {
      ...named(name, 'DeveloperName'),
      Name: report.name,
      Description: report.description ?? null,
      Format: report.format,
      FolderName: metadata.reportFolders.get(folder)?.name ?? 'Public Reports',
      OwnerId: writer.author
    };
  });
}

function customMetadataTypes(metadata: PackageMetadata): string[] {
  return [...metadata.objects.keys()].filter((name) => name.endsWith('__mdt'));
}

function customMetadata(writer: SystemWriter, objectName: string, metadata: PackageMetadata): Values[] {
  const object = writer.object(objectName);
  return [...metadata.customMetadataRecords.values()]
    .filter((record) => record.objectName === objectName)
    .map((record) => ({
      ...named(record.developerName, 'DeveloperName'),
      MasterLabel: record.label,
      Label: record.label,
      Language: 'en_US',
      QualifiedApiName: record.developerName,
      ...valuesOf(record, object.fields)
    }));
}

function valuesOf({ values }: CustomMetadataRecord, fields: readonly FieldDefinition[]): Values {
  const custom = fields.filter((field) => field.custom && values.has(field.name));
  return Object.fromEntries(custom.map((field) => [field.name, typed(field, values.get(field.name) ?? '')]));
}

function typed(field: FieldDefinition, text: string): FieldValue {
  if (field.type === 'boolean') return text === 'true';
  if (text === '') return null;
  return isNumeric(field.type) ? Number(text) : text;
}

/** A developer name and its namespace, as records keep them apart. */
function named(fullName: string, nameField: string): Values {
  const { namespace, name } = splitNamespace(fullName);
  return { [nameField]: name, NamespacePrefix: namespace };
}
