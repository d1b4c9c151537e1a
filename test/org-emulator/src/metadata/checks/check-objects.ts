import { kindOf } from '../../schema/custom-objects.ts';
import type { CustomFieldMetadata } from '../custom-field.ts';
import type { CustomObjectMetadata } from '../custom-object.ts';
import type { Check, Checked } from './check.ts';

/** Salesforce help, "Custom Fields Allowed Per Object", "Considerations for Object Relationships". */
const limits = { externalId: 25, masterDetail: 2, summary: 25 } as const;

/** Custom objects say who they are; objects have no more of some fields than they may. */
export const checkObjects: Check = (checked) => {
  const { metadata, schema, report } = checked;
  const fields = Map.groupBy(metadata.fields.values(), ({ objectName }) => objectName);
  for (const object of metadata.objects.values()) {
    const { fullName } = object;
    if (!schema.object(fullName)) {
      report(object, fullName, `the object ${fullName} does not exist in the local org`);
    } else if (kindOf(fullName) !== undefined) {
      const own = fields.get(fullName) ?? [];
      for (const problem of customObjectProblems(object, own)) report(object, fullName, problem);
    }
  }
  for (const [objectName, own] of fields) checkCounts(checked, objectName, own);
  checkRelationshipNames(checked);
};

function customObjectProblems(
  object: CustomObjectMetadata,
  fields: readonly CustomFieldMetadata[]
): string[] {
  const isRecord = kindOf(object.fullName) === 'record';
  const isDetail = fields.some(({ type }) => type === 'MasterDetail');
  const problems: string[] = [];
  if (object.label === undefined) problems.push('must specify a non-empty label for a custom object');
  if (object.pluralLabel === undefined)
    problems.push('must specify a non-empty pluralLabel for a custom object');
  if (isRecord && object.nameField === undefined)
    problems.push('must specify a nameField for a custom object');
  if (!isRecord && object.nameField !== undefined) problems.push('cannot have a nameField');
  if (object.nameField?.type === 'AutoNumber' && object.nameField.displayFormat === undefined) {
    problems.push("must specify 'displayFormat' for a nameField of type AutoNumber");
  }
  if (isRecord && object.sharingModel === undefined) problems.push('must specify a sharingModel');
  if (isDetail && object.sharingModel !== 'ControlledByParent') {
    problems.push(
      `cannot set sharingModel to ${object.sharingModel ?? 'nothing'} on an object with a master-detail field; it is ControlledByParent`
    );
  }
  if (!isDetail && object.sharingModel === 'ControlledByParent') {
    problems.push('the sharingModel ControlledByParent needs a master-detail field');
  }
  return problems;
}

function checkCounts({ report }: Checked, objectName: string, fields: readonly CustomFieldMetadata[]): void {
  const beyond: [string, readonly CustomFieldMetadata[]][] = [
    [
      `can have at most ${limits.masterDetail} master-detail fields`,
      fields.filter(({ type }) => type === 'MasterDetail').slice(limits.masterDetail)
    ],
    [
      `can have at most ${limits.externalId} external ids`,
      fields.filter(({ externalId }) => externalId).slice(limits.externalId)
    ],
    [
      `can have at most ${limits.summary} roll-up summary fields`,
      fields.filter(({ type }) => type === 'Summary').slice(limits.summary)
    ]
  ];
  for (const [rule, tooMany] of beyond) {
    for (const field of tooMany) {
      report(field, `${objectName}.${field.fullName}`, `the object ${objectName} ${rule}`);
    }
  }
}

/** Two lookups to one object may not call their child records the same. */
function checkRelationshipNames({ metadata, report }: Checked): void {
  const seen = new Map<string, string>();
  for (const field of metadata.fields.values()) {
    const { relationshipName, referenceTo, objectName, fullName } = field;
    if (relationshipName === undefined || referenceTo === undefined) continue;
    const key = `${referenceTo}.${relationshipName}`.toLowerCase();
    const other = seen.get(key);
    const name = `${objectName}.${fullName}`;
    if (other !== undefined) {
      report(
        field,
        name,
        `the child relationship name ${relationshipName} on ${referenceTo} is taken by ${other}`
      );
    }
    seen.set(key, name);
  }
}
