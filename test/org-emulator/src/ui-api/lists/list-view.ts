import { makeRecordId, toLongId } from '../../data/record-id.ts';
import { notFound } from '../../errors/salesforce-error.ts';
import { findListViewField } from '../../schema/list-view-fields.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import type { UiCall } from '../answers.ts';

/** A filter of a list view, its operation as metadata names it. */
export interface ListFilter {
  readonly path: string;
  readonly operation: string;
  readonly value: string;
}

/** A list of an object's records. */
export interface ListView {
  readonly object: ObjectDefinition;
  readonly id: string | null;
  readonly apiName: string;
  readonly label: string;
  readonly type: 'listView' | 'mru';
  /** Field paths of the columns. */
  readonly columns: readonly string[];
  readonly scope: 'everything' | 'mine';
  readonly filters: readonly ListFilter[];
  /** Such as `1 AND (2 OR 3)`; undefined where all filters must hold. */
  readonly booleanFilter: string | undefined;
}

/** Name of the list of recently viewed records. */
export const recentListName = '__Recent';

const keyPrefix = '00B';

/** Columns that Salesforce gives the first list views of standard objects; others have the name alone. */
const usualColumns: Readonly<Record<string, readonly string[]>> = {
  Account: ['Name', 'Site', 'BillingState', 'Phone', 'Type', 'Owner.Alias'],
  Contact: ['Name', 'Account.Name', 'Title', 'Phone', 'Email', 'Owner.Alias'],
  Opportunity: ['Name', 'Account.Name', 'Amount', 'CloseDate', 'StageName', 'Owner.Alias'],
  Order: ['OrderNumber', 'Account.Name', 'Status', 'EffectiveDate', 'TotalAmount'],
  Product2: ['Name', 'ProductCode', 'Description', 'Family']
};

/**
 * The list views of an object: the package's, and `AllAccounts` ("All Accounts") and the like, which every object has,
 * unless the package has one of that name.
 */
export function listViews(call: UiCall, object: ObjectDefinition): ListView[] {
  const own = [...call.org.metadata.listViews.values()].filter(
    ({ objectName }) => objectName === object.name
  );
  const ofPackage = own.map((view): ListView => ({
    object,
    id: idOf(object, view.fullName),
    apiName: view.fullName,
    label: view.label,
    type: 'listView',
    columns: view.columns.flatMap((column) => findListViewField(object, column) ?? []),
    scope: view.filterScope === 'Mine' ? 'mine' : 'everything',
    filters: view.filters.map(({ field, operation, value = '' }) => ({
      path: findListViewField(object, field) ?? field,
      operation,
      value
    })),
    booleanFilter: view.booleanFilter
  }));
  const all = allRecords(object);
  return ofPackage.some(({ apiName }) => apiName === all.apiName) ? ofPackage : [all, ...ofPackage];
}

function allRecords(object: ObjectDefinition): ListView {
  const apiName = `All${object.labelPlural.replaceAll(' ', '')}`;
  return {
    ...{ object, apiName, label: `All ${object.labelPlural}`, type: 'listView' },
    id: idOf(object, apiName),
    columns: columnsOf(object),
    ...{ scope: 'everything', filters: [], booleanFilter: undefined }
  };
}

/** The list of what the user saw last. */
export function recentList(object: ObjectDefinition): ListView {
  return {
    ...{ object, apiName: recentListName, label: 'Recently Viewed', type: 'mru', id: null },
    columns: columnsOf(object),
    ...{ scope: 'everything', filters: [], booleanFilter: undefined }
  };
}

function columnsOf(object: ObjectDefinition): readonly string[] {
  return usualColumns[object.name] ?? [object.nameField?.name ?? 'Id'];
}

/** The list view of that name. Throws NOT_FOUND. */
export function listViewOfName(call: UiCall, object: ObjectDefinition, apiName: string): ListView {
  if (apiName === recentListName) return recentList(object);
  const found = listViews(call, object).find((view) => view.apiName.toLowerCase() === apiName.toLowerCase());
  if (!found) throw notFound();
  return found;
}

/** Whether a text has the shape of a list view's id. */
export function isListViewId(text: string): boolean {
  return text.startsWith(keyPrefix) && (text.length === 15 || text.length === 18);
}

/** The list view of an id. Throws NOT_FOUND. */
export function listViewOfId(call: UiCall, id: string): ListView {
  const readable = call.org.schema.objects.filter((object) => call.access.can('read', object));
  for (const object of readable) {
    const found = listViews(call, object).find((view) => view.id === toLongId(id));
    if (found) return found;
  }
  throw notFound();
}

/** An id that stays the same as long as the list view has its name: made of a hash of both names. */
function idOf({ name }: ObjectDefinition, apiName: string): string {
  let hash = 0;
  for (const character of `${name}.${apiName}`) hash = (hash * 31 + character.charCodeAt(0)) % 2_147_483_647;
  return makeRecordId(keyPrefix, hash);
}
