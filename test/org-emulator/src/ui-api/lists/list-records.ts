import type { RecordValues } from '../../schema/field.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import { eTagOf, illegalParameter, uiApiUrl } from '../answers.ts';
import { type RecentCall, recentRecordsOf } from '../recent-call.ts';
import { pageFrom, pageLinks } from '../records/record-page.ts';
import { qualified, readRequestedFields, type RequestedFields } from '../records/requested-fields.ts';
import { uiRecord } from '../records/ui-record.ts';
import { type FieldPath, findFieldPath } from './field-path.ts';
import { likeText } from './filter-literal.ts';
import { lookupIdPath, visibleColumns } from './list-columns.ts';
import { listCondition } from './list-conditions.ts';
import { listInfo, listReference } from './list-info.ts';
import { type ListOrder, orderByClause, readSortBy, usualOrder } from './list-order.ts';
import type { ListQuery } from './list-query.ts';
import type { ListView } from './list-view.ts';
import { whereArgument } from './where-argument.ts';

/** Fields that every record of a list has, shown or not. */
const always = ['Id', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate', 'SystemModstamp'];

/** A page of a list's records (User Interface API Developer Guide, "List Record Collection"). */
export async function listRecords(call: RecentCall, view: ListView, query: ListQuery) {
  const requested = listFields(call, view.object, visibleColumns(call, view), query);
  const orders = orderOf(call, view, query);
  const where = await whereArgument(call, view.object, query.where);
  const page = pageFrom(recordsOf(call, view, query, { orders, where }), query.from, query.pageSize);
  const records = page.items.map((record) => uiRecord(call, record, requested));
  const sortBy = query.sortBy.length > 0 ? query.sortBy : orders.map(({ found }) => found.path);
  const { pageSize, searchTerm } = query;
  const links = pageLinks(page, (token) =>
    uiApiUrl(call, `list-records/${view.object.name}/${view.apiName}`, {
      fields: query.fields.join(','),
      optionalFields: query.optionalFields.join(','),
      ...{ pageSize, pageToken: token, searchTerm, sortBy: sortBy.join(','), where: query.where }
    })
  );
  return {
    count: records.length,
    ...links,
    eTag: eTagOf(records),
    fields: query.fields,
    listInfoETag: listInfo(call, view).eTag,
    listReference: listReference(view),
    optionalFields: query.optionalFields,
    pageSize,
    records,
    searchTerm: searchTerm ?? null,
    sortBy,
    where: query.where ?? null
  };
}

/** The fields of a list's records: its columns, what every record has, and what the query asks for beside them. */
export function listFields(
  call: RecentCall,
  object: ObjectDefinition,
  columns: readonly FieldPath[],
  query: Pick<ListQuery, 'fields' | 'optionalFields'>
): RequestedFields {
  const shown = columns.flatMap((column) => [
    column.path,
    ...(column.lookup ? [column.lookup.name, lookupIdPath(column) ?? 'Id'] : [])
  ]);
  const named = (paths: readonly string[]) => paths.map((path) => qualified(object, path));
  return readRequestedFields(
    call,
    object,
    named(query.fields),
    named([...always, ...shown, ...query.optionalFields])
  );
}

function orderOf(call: RecentCall, { object, type }: ListView, { sortBy }: ListQuery): ListOrder[] {
  if (sortBy.length === 0) return type === 'mru' ? [] : usualOrder(call, object);
  return readSortBy(call, object, sortBy).map((order, index) => {
    if (!order) throw illegalParameter(`Cannot sort by ${sortBy[index] ?? ''}`);
    return order;
  });
}

function recordsOf(
  call: RecentCall,
  view: ListView,
  query: ListQuery,
  { orders, where }: { readonly orders: readonly ListOrder[]; readonly where: string }
): readonly RecordValues[] {
  if (view.type === 'mru') return recentRecordsOf(call, view.object);
  const conditions = [listCondition(call, view), searchCondition(call, view, query.searchTerm), where];
  const given = conditions.filter((condition) => condition !== '').map((condition) => `(${condition})`);
  const soql = [
    `SELECT Id FROM ${view.object.name}`,
    view.scope === 'mine' ? 'USING SCOPE mine' : '',
    given.length > 0 ? `WHERE ${given.join(' AND ')}` : '',
    orderByClause(orders)
  ];
  return call.org.soql.run(soql.filter((part) => part !== '').join(' '), call.access).records;
}

const searchedTypes = ['email', 'phone', 'picklist', 'string', 'url'];

/** Records in whose columns the words stand; `*` stands for any characters. */
function searchCondition(call: RecentCall, view: ListView, term: string | undefined): string {
  if (term === undefined || term.trim() === '') return '';
  const pattern = likeText(term.trim()).replaceAll('*', '%');
  const columns = visibleColumns(call, view).filter(({ field }) => searchedTypes.includes(field.type));
  const name = findFieldPath(call, view.object, view.object.nameField?.name ?? 'Id');
  const paths = new Set([...columns, ...(name ? [name] : [])].map(({ path }) => path));
  return [...paths].map((path) => `${path} LIKE '%${pattern}%'`).join(' OR ');
}
