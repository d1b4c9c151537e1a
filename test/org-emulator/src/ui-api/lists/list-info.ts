import { eTagOf, type UiCall } from '../answers.ts';
import { findFieldPath } from './field-path.ts';
import { columnLabel, isSortable, lookupIdPath, userPreferences, visibleColumns } from './list-columns.ts';
import { orderedByInfo, usualOrder } from './list-order.ts';
import type { ListFilter, ListView } from './list-view.ts';

/** What a list view is (User Interface API Developer Guide, "List Info"). List views cannot be changed here. */
export function listInfo(call: UiCall, view: ListView) {
  const columns = visibleColumns(call, view);
  const info = {
    cloneable: true,
    createable: true,
    deletable: false,
    displayColumns: columns.map((column) => ({
      fieldApiName: column.path,
      inlineEditAttributes: {},
      label: columnLabel(column),
      lookupId: lookupIdPath(column),
      searchable: true,
      sortable: isSortable(column)
    })),
    filterLogicString: view.booleanFilter ?? null,
    filteredByInfo: view.filters.map((filter) => filterInfo(call, view, filter)),
    hasMassActions: false,
    inlineEditDetails: { message: null, state: 'Disabled' },
    label: view.label,
    listReference: listReference(view),
    listShares: [],
    objectApiNames: [view.object.name],
    orderedByInfo: view.type === 'mru' ? [] : orderedByInfo(usualOrder(call, view.object)),
    scope: scopeInfo(view),
    searchable: view.type === 'listView',
    updateable: false,
    userPreferences: userPreferences(columns),
    visibility: view.type === 'mru' ? 'Private' : 'Public',
    visibilityEditable: false
  };
  return { ...info, eTag: eTagOf(info) };
}

/** Which list is meant (guide, "List Reference"). */
export function listReference({ id, apiName, object, type }: ListView) {
  return { id, listViewApiName: apiName, objectApiName: object.name, type };
}

function filterInfo(call: UiCall, { object }: ListView, { path, operation, value }: ListFilter) {
  const found = findFieldPath(call, object, path);
  const operands = value === '' ? [] : value.split(',').map((each) => each.trim());
  const labels = found?.field.picklistValues ?? [];
  return {
    fieldApiName: found?.path ?? path,
    label: found ? columnLabel(found) : path,
    operandLabels: operands.map((each) => labels.find((choice) => choice.value === each)?.label ?? each),
    operator: operation.charAt(0).toUpperCase() + operation.slice(1)
  };
}

function scopeInfo({ object, scope }: ListView) {
  const word = scope === 'mine' ? 'My' : 'All';
  return {
    apiName: scope,
    entity: null,
    label: `${word} ${object.labelPlural.toLowerCase()}`,
    relatedEntity: null
  };
}
