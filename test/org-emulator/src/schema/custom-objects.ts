import type { CustomObjectMetadata } from '../metadata/custom-object.ts';
import type { FieldDefinition } from './field.ts';
import { field, mandatory, readOnly, reference, textField } from './field-builders.ts';
import { type DeployedKind, ObjectDefinition } from './object.ts';
import { identityFields, ownerField, systemFields } from './standard/system-fields.ts';

const kinds: Readonly<Record<string, DeployedKind>> = {
  c: 'record',
  e: 'platformEvent',
  mdt: 'customMetadata'
};

/** What records of an object are, by the suffix of its API name; undefined for names that are no custom object's. */
export function kindOf(objectName: string): DeployedKind | undefined {
  return kinds[objectName.split('__').at(-1) ?? ''];
}

/** A custom object, platform event or custom metadata type with the fields that the platform gives it. */
export function customObjectDefinition(
  metadata: CustomObjectMetadata,
  keyPrefix: string,
  isDetail: boolean
): ObjectDefinition {
  const label = metadata.label ?? metadata.fullName;
  const kind = kindOf(metadata.fullName) ?? 'record';
  return new ObjectDefinition({
    name: metadata.fullName,
    label,
    labelPlural: metadata.pluralLabel ?? label,
    keyPrefix,
    custom: true,
    fields: platformFields[kind](metadata, label, isDetail),
    options: {
      kind,
      publishBehavior: metadata.publishBehavior ?? 'PublishImmediately',
      sharingModel: metadata.sharingModel ?? 'ReadWrite'
    }
  });
}

type PlatformFields = (metadata: CustomObjectMetadata, label: string, isDetail: boolean) => FieldDefinition[];

const platformFields: Readonly<Record<DeployedKind, PlatformFields>> = {
  record: (metadata, label, isDetail) => [
    ...identityFields(label),
    // A detail belongs to whoever owns its master.
    ...(isDetail ? [] : [ownerField]),
    nameField(metadata),
    ...systemFields
  ],
  /** Platform Events Developer Guide, "Platform Event Fields": these and no `Id`. */
  platformEvent: () => [
    textField('ReplayId', 'Replay ID', 1000, { ...readOnly, nillable: true }),
    textField('EventUuid', 'Event UUID', 36, { ...readOnly, nillable: true }),
    field('CreatedDate', 'Created Date', 'datetime', { ...readOnly, nillable: false }),
    reference('CreatedById', 'Created By ID', 'User', 'CreatedBy', { ...readOnly, nillable: false })
  ],
  customMetadata: (_metadata, label) => [
    field('Id', 'Custom Metadata Record ID', 'id', { length: 18, ...readOnly, nillable: false }),
    textField('DeveloperName', 'Custom Metadata Record Name', 40, { ...readOnly, ...mandatory }),
    textField('MasterLabel', 'Label', 40, { ...readOnly, ...mandatory, nameField: true }),
    textField('Language', 'Master Language', 40, readOnly),
    textField('NamespacePrefix', 'Namespace Prefix', 15, readOnly),
    textField('Label', label, 40, readOnly),
    textField('QualifiedApiName', 'Qualified API Name', 70, readOnly),
    field('SystemModstamp', 'System Modstamp', 'datetime', { ...readOnly, nillable: false })
  ]
};

function nameField({ nameField: given }: CustomObjectMetadata): FieldDefinition {
  const label = given?.label ?? 'Name';
  const common = { nameField: true, trackHistory: given?.trackHistory ?? false };
  if (given?.type !== 'AutoNumber') return textField('Name', label, 80, common);
  return textField('Name', label, 80, {
    ...common,
    ...readOnly,
    nillable: false,
    autoNumber: given.displayFormat ?? '{0}',
    autoNumberStart: given.startingNumber ?? 1
  });
}
