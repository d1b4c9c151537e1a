import type { ProblemList } from '../metadata/load-error.ts';
import type { PackageMetadata } from '../metadata/package-metadata.ts';
import type { FieldDefinition } from './field.ts';
import { field, picklist, readOnly, reference } from './field-builders.ts';
import { ObjectDefinition } from './object.ts';
import { identityFields } from './standard/system-fields.ts';

/** Standard objects of which Salesforce keeps field history, and what theirs is called. */
const standardHistory: Readonly<Record<string, string>> = {
  Account: 'AccountHistory',
  Contact: 'ContactHistory',
  // OpportunityHistory is another thing: the stages an opportunity went through.
  Opportunity: 'OpportunityFieldHistory',
  Order: 'OrderHistory',
  OrderItem: 'OrderItemHistory',
  Pricebook2: 'Pricebook2History',
  PricebookEntry: 'PricebookEntryHistory',
  Product2: 'Product2History'
};

/** Name of the object with an object's history, such as `AccountHistory` or `Sage_Order__History`; undefined for objects without. */
export function historyName(object: ObjectDefinition): string | undefined {
  if (object.options.kind !== 'record') return undefined;
  return object.custom ? object.name.replace(/__c$/, '__History') : standardHistory[object.name];
}

/** The fields whose changes are kept. */
export function trackedFields(object: ObjectDefinition): FieldDefinition[] {
  return object.fields.filter((each) => each.trackHistory && isTrackable(each));
}

/** Salesforce Help, "Field History Tracking": computed fields cannot be tracked. */
function isTrackable({ formula, summary, autoNumber, type }: FieldDefinition): boolean {
  return formula === null && summary === null && autoNumber === null && type !== 'address';
}

/**
 * Value of `Field` in history: the field's API name; of a standard lookup the name of its relationship, such as `Owner`
 * (Object Reference, "AccountHistory", "Field").
 */
export function nameInHistory({ name, type, custom, relationshipName }: FieldDefinition): string {
  return type === 'reference' && !custom ? (relationshipName ?? name) : name;
}

/** The objects, and the history of those that have tracked fields. */
export function withHistoryObjects(objects: readonly ObjectDefinition[]): ObjectDefinition[] {
  return [...objects, ...objects.flatMap(historyObject)];
}

/** Adds a problem for each field that is to be tracked and cannot be. */
export function reportUntracked(
  objects: readonly ObjectDefinition[],
  metadata: PackageMetadata,
  problems: ProblemList
): void {
  for (const object of objects) {
    for (const each of untracked(object)) {
      const component = `${object.name}.${each.name}`;
      const file = metadata.fields.get(component)?.file ?? metadata.objects.get(object.name)?.file;
      problems.add(file?.shownPath ?? object.name, component, 'its history cannot be tracked');
    }
  }
}

/** Fields that are to be tracked and cannot be. */
function untracked(object: ObjectDefinition): FieldDefinition[] {
  const wanted = object.fields.filter(({ trackHistory }) => trackHistory);
  return historyName(object) === undefined ? wanted : wanted.filter((each) => !isTrackable(each));
}

/** Object Reference, "StandardObjectNameHistory" and "CustomObject__History". */
function historyObject(object: ObjectDefinition): ObjectDefinition[] {
  const [name, tracked] = [historyName(object), trackedFields(object)];
  if (name === undefined || tracked.length === 0) return [];
  const label = `${object.label} History`;
  const [lookup, parent] = object.custom ? ['ParentId', 'Parent'] : [`${object.name}Id`, object.name];
  const stamped = { ...readOnly, nillable: false };
  const fields = [
    ...identityFields(label),
    reference(lookup, `${object.label} ID`, object.name, parent, {
      ...stamped,
      childRelationshipName: 'Histories'
    }),
    reference('CreatedById', 'Created By ID', 'User', 'CreatedBy', stamped),
    field('CreatedDate', 'Created Date', 'datetime', stamped),
    picklist('Field', 'Changed Field', [...tracked.map(nameInHistory), 'created'], {
      ...stamped,
      restrictedPicklist: true
    }),
    picklist('DataType', 'Datatype', [], readOnly),
    field('OldValue', 'Old Value', 'anyType', readOnly),
    field('NewValue', 'New Value', 'anyType', readOnly)
  ];
  const options = { kind: 'history', historyOf: { object: object.name, lookup } } as const;
  return [
    new ObjectDefinition({
      ...{ name, label, labelPlural: label, keyPrefix: '017', custom: object.custom },
      ...{ fields, options }
    })
  ];
}
