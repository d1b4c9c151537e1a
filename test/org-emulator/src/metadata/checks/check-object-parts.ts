import { findListViewField } from '../../schema/list-view-fields.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import type { ListViewMetadata, RecordTypeMetadata } from '../object-parts.ts';
import type { Check } from './check.ts';

/** Record types offer values that their picklists have; list views show and filter by fields that exist. */
export const checkObjectParts: Check = ({ metadata, schema, report }) => {
  const parts = [
    ...[...metadata.recordTypes.values()].map((part) => ({ part, find: recordTypeProblems(part) })),
    ...[...metadata.listViews.values()].map((part) => ({ part, find: listViewProblems(part) }))
  ];
  for (const { part, find } of parts) {
    const object = schema.object(part.objectName);
    const problems = object
      ? find(object)
      : [`the object ${part.objectName} does not exist in the local org`];
    for (const problem of problems) report(part, `${part.objectName}.${part.fullName}`, problem);
  }
};

type Find = (object: ObjectDefinition) => string[];

function recordTypeProblems(recordType: RecordTypeMetadata): Find {
  return (object) =>
    recordType.picklistValues.flatMap(({ picklist, values }) => {
      const field = object.field(picklist);
      if (!field) return [`the picklist ${object.name}.${picklist} does not exist`];
      const known = new Set(field.picklistValues.map(({ value }) => value));
      return values
        .map(({ fullName }) => decodeURIComponent(fullName))
        .filter((value) => !known.has(value))
        .map((value) => `the picklist ${picklist} has no value ${value}`);
    });
}

function listViewProblems({ columns, filters }: ListViewMetadata): Find {
  return (object) =>
    [...columns, ...filters.map(({ field }) => field)]
      .filter((column) => !findListViewField(object, column))
      .map((column) => `could not resolve the list view column ${column}`);
}
