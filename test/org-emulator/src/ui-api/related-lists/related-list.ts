import { queryParameter, type RestCall } from '../../rest/resource.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import { eTagOf, illegalParameter, listParameter, uiApiUrl } from '../answers.ts';
import {
  columnLabel,
  isSortable,
  lookupIdPath,
  userPreferences,
  visibleColumns
} from '../lists/list-columns.ts';
import { type FieldPath, findFieldPath } from '../lists/field-path.ts';
import { orderedByInfo, usualOrder } from '../lists/list-order.ts';
import { themeInfo } from '../objects/theme-info.ts';
import { masterRecordTypeId, recordTypeOfId } from '../record-type-info.ts';
import { type ChildRelationship, childRelationship, childRelationships } from '../records/child-records.ts';

/** The related lists of an object: one for each relationship (guide, "Related List Info Summary Collection"). */
export function relatedListSummaries(call: RestCall, parent: ObjectDefinition) {
  const relatedLists = childRelationships(call, parent).map((relationship) => {
    const { name, child, lookup } = relationship;
    const theme = themeInfo(call, child);
    return {
      entityLabel: child.label,
      entityLabelPlural: child.labelPlural,
      fieldApiName: lookup.name,
      iconUrl: theme.iconUrl,
      keyPrefix: child.keyPrefix,
      label: labelOf(relationship),
      objectApiName: child.name,
      parentFieldApiName: lookup.name,
      relatedListId: name,
      relatedListInfoUrl: uiApiUrl(call, `related-list-info/${parent.name}/${name}`),
      themeInfo: theme
    };
  });
  const parentRecordTypeId = recordTypeIdOf(call, parent) ?? masterRecordTypeId;
  const shown = { parentObjectApiName: parent.name, parentRecordTypeId, relatedLists };
  return { eTag: eTagOf(shown), ...shown };
}

/** What a related list is (guide, "Related List Info"). Without layouts it shows the name, and what is asked for. */
export function relatedListInfo(call: RestCall, parent: ObjectDefinition, relatedListId: string) {
  const relationship = childRelationship(call, parent, relatedListId);
  const { child, lookup } = relationship;
  const fields = listParameter(call, 'fields');
  const optionalFields = listParameter(call, 'optionalFields');
  const columns = columnsOf(call, child, fields, optionalFields);
  const info = {
    cloneable: false,
    createable: call.access.can('create', child),
    deletable: false,
    displayColumns: columns.map(columnInfo),
    fieldApiName: lookup.name,
    fields,
    filterable: true,
    filterLogicString: null,
    filteredByInfo: [],
    label: labelOf(relationship),
    listReference: relatedListReference(relationship, parent, null, recordTypeIdOf(call, parent)),
    objectApiNames: [child.name],
    optionalFields,
    orderedByInfo: orderedByInfo(usualOrder(call, child)),
    restrictColumnsToLayout: queryParameter(call.request, 'restrictColumnsToLayout') !== 'false',
    updateable: false,
    userPreferences: userPreferences(columns),
    visibility: 'Public',
    visibilityEditable: false
  };
  return { ...info, eTag: eTagOf(info) };
}

/** Which related list is meant, of which record (guide, "Related List Reference"). */
export function relatedListReference(
  { name, child }: ChildRelationship,
  parent: ObjectDefinition,
  recordId: string | null,
  recordTypeId: string | null = null
) {
  return {
    id: null,
    inContextOfRecordId: recordId,
    listViewApiName: name,
    objectApiName: child.name,
    parentObjectApiName: parent.name,
    recordTypeId,
    relatedListId: name,
    type: 'relatedList'
  };
}

/** The columns of a related list: its name, which every list has, and the fields asked for. */
export function columnsOf(
  call: RestCall,
  child: ObjectDefinition,
  fields: readonly string[] = [],
  optionalFields: readonly string[] = []
): FieldPath[] {
  for (const path of fields) {
    if (!findFieldPath(call, child, path)) throw illegalParameter(`The field ${path} isn't available`);
  }
  const columns = [child.nameField?.name ?? 'Id', ...fields, ...optionalFields];
  const visible = visibleColumns(call, { object: child, columns });
  return [...new Map(visible.map((column) => [column.path, column])).values()];
}

function labelOf({ child, lookup }: ChildRelationship): string {
  return lookup.childRelationshipLabel ?? child.labelPlural;
}

function recordTypeIdOf(call: RestCall, parent: ObjectDefinition): string | null {
  const id =
    queryParameter(call.request, 'recordTypeId') ?? queryParameter(call.request, 'parentRecordTypeId');
  if (id === undefined) return null;
  recordTypeOfId(call, parent, id);
  return id;
}

function columnInfo(column: FieldPath) {
  const { field, path } = column;
  const isPicklist = field.type === 'picklist' || field.type === 'multipicklist';
  return {
    dataType: field.type,
    fieldApiName: path,
    filterable: field.type !== 'address',
    label: columnLabel(column),
    lookupId: lookupIdPath(column),
    picklistValues: isPicklist ? field.picklistValues.map(({ value }) => value) : null,
    quickFilterOperator: 'Equals',
    sortable: isSortable(column)
  };
}
