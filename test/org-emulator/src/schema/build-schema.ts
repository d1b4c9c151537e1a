import { splitNamespace } from '../metadata/component-name.ts';
import type { CustomFieldMetadata } from '../metadata/custom-field.ts';
import type { ProblemList } from '../metadata/load-error.ts';
import type { PackageMetadata } from '../metadata/package-metadata.ts';
import { customFieldProblems } from './custom-field-problems.ts';
import { customFieldDefinition } from './custom-fields.ts';
import { customObjectDefinition, kindOf } from './custom-objects.ts';
import type { FieldDefinition } from './field.ts';
import { reportUntracked, withHistoryObjects } from './field-history.ts';
import { reference } from './field-builders.ts';
import type {
  DeployedKind,
  ObjectDefinition,
  ObjectKind,
  RecordTypeDefinition,
  ValidationRule
} from './object.ts';
import { Schema } from './schema.ts';
import { standardObjects } from './standard/index.ts';
import { withStandardSettings } from './standard-settings.ts';
import { withSummaryTypes } from './summary-fields.ts';

/**
 * Builds the schema: the standard objects and the package's. What cannot be built joins the problems. Objects
 * that `before` has keep their key prefixes, so that ids stay what they are after a deployment.
 */
export function buildSchema(metadata: PackageMetadata, problems: ProblemList, before?: Schema): Schema {
  const fields = Map.groupBy(metadata.fields.values(), ({ objectName }) => objectName);
  const standard = standardObjects.map((object) => withStandardSettings(object, metadata));
  const custom = customObjects(metadata, fields, before);
  const objects = [...standard, ...custom].map((object) =>
    object.withFields(
      [
        ...(fields.get(object.name) ?? []).flatMap((field) =>
          definedField(field, object.options.kind, metadata, problems)
        ),
        ...recordTypeField(object.name, metadata)
      ],
      {
        validationRules: validationRulesOf(object.name, metadata),
        recordTypes: recordTypesOf(object.name, metadata)
      }
    )
  );
  reportUntracked(objects, metadata, problems);
  return new Schema(withHistoryObjects(withSummaryTypes(objects)));
}

function customObjects(
  metadata: PackageMetadata,
  fields: ReadonlyMap<string, readonly CustomFieldMetadata[]>,
  before: Schema | undefined
): ObjectDefinition[] {
  const nextPrefix = prefixes(before);
  return [...metadata.objects.values()].flatMap((object) => {
    const kind = kindOf(object.fullName);
    if (kind === undefined) return [];
    const keyPrefix = before?.object(object.fullName)?.keyPrefix ?? nextPrefix(kind);
    const isDetail = (fields.get(object.fullName) ?? []).some(({ type }) => type === 'MasterDetail');
    return [customObjectDefinition(object, keyPrefix, isDetail)];
  });
}

const firstCharacter: Readonly<Record<DeployedKind, string>> = {
  record: 'a',
  platformEvent: 'e',
  customMetadata: 'm'
};

/** Hands out the prefixes a00, a01, … for objects, e00, … for events and m00, … for custom metadata. */
function prefixes(before: Schema | undefined): (kind: DeployedKind) => string {
  const taken = new Set((before?.objects ?? []).map(({ keyPrefix }) => keyPrefix));
  return (kind) => {
    let index = 0;
    const prefix = () => firstCharacter[kind] + index.toString(36).padStart(2, '0');
    while (taken.has(prefix())) index += 1;
    taken.add(prefix());
    return prefix();
  };
}

function definedField(
  field: CustomFieldMetadata,
  kind: ObjectKind,
  metadata: PackageMetadata,
  problems: ProblemList
): FieldDefinition[] {
  if (!field.fullName.endsWith('__c')) return [];
  const { file, objectName, fullName, type } = field;
  const report = (problem: string) => problems.add(file.shownPath, `${objectName}.${fullName}`, problem);
  const found = customFieldProblems(field, kind);
  for (const problem of found) report(problem);
  if (type === undefined || found.length > 0) return [];
  try {
    return [customFieldDefinition(field, type, metadata)];
  } catch (error) {
    report(error instanceof Error ? error.message : String(error));
    return [];
  }
}

/** Objects have the field only where they have record types. */
function recordTypeField(objectName: string, { recordTypes }: PackageMetadata): FieldDefinition[] {
  const hasAny = [...recordTypes.values()].some((each) => each.objectName === objectName);
  return hasAny ? [reference('RecordTypeId', 'Record Type ID', 'RecordType', 'RecordType')] : [];
}

function validationRulesOf(objectName: string, { validationRules }: PackageMetadata): ValidationRule[] {
  return [...validationRules.values()]
    .filter((rule) => rule.objectName === objectName)
    .map((rule) => ({
      name: rule.fullName,
      active: rule.active,
      formula: rule.errorConditionFormula,
      message: rule.errorMessage,
      field: rule.errorDisplayField ?? null
    }));
}

function recordTypesOf(objectName: string, { recordTypes }: PackageMetadata): RecordTypeDefinition[] {
  return [...recordTypes.values()]
    .filter((recordType) => recordType.objectName === objectName)
    .map((recordType) => ({
      developerName: splitNamespace(recordType.fullName).name,
      label: recordType.label,
      active: recordType.active,
      isDefault: false,
      picklistValues: new Map(
        recordType.picklistValues.map(({ picklist, values }) => [
          picklist,
          values.map(({ fullName }) => decodeURIComponent(fullName))
        ])
      )
    }));
}
