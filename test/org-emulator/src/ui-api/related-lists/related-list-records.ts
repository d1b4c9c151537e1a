import type { RecordValues } from '../../schema/field.ts';
import { eTagOf, uiApiUrl } from '../answers.ts';
import { quoted } from '../lists/filter-literal.ts';
import { columnLabel } from '../lists/list-columns.ts';
import { orderByClause, readSortBy, usualOrder } from '../lists/list-order.ts';
import type { ListQuery } from '../lists/list-query.ts';
import { listFields } from '../lists/list-records.ts';
import { whereArgument } from '../lists/where-argument.ts';
import type { RecentCall } from '../recent-call.ts';
import type { ChildRelationship } from '../records/child-records.ts';
import type { FoundRecord } from '../records/find-record.ts';
import { pageFrom, pageLinks } from '../records/record-page.ts';
import { uiRecord } from '../records/ui-record.ts';
import { columnsOf, relatedListReference } from './related-list.ts';

/** A page of a related list (User Interface API Developer Guide, "Related List Record Collection"). */
export async function relatedListRecords(
  call: RecentCall,
  parent: FoundRecord,
  relationship: ChildRelationship,
  query: ListQuery
) {
  const { name, child } = relationship;
  const parentId = String(parent.record.Id);
  const columns = columnsOf(call, child);
  const requested = listFields(call, child, columns, query);
  const found = await queryRelated(call, parentId, relationship, query);
  const page = pageFrom(found, query.from, query.pageSize);
  const records = page.items.map((record) => uiRecord(call, record, requested));
  const { fields, optionalFields, pageSize, sortBy, where = null } = query;
  return {
    columnLabels: Object.fromEntries(columns.map((column) => [column.path, columnLabel(column)])),
    count: records.length,
    ...pageLinks(page, (token) => pageUrl(call, `${parentId}/${name}`, query, token)),
    eTag: eTagOf(records),
    listInfoETag: eTagOf([parent.object.name, name]),
    listReference: relatedListReference(relationship, parent.object, parentId),
    records,
    ...{ fields, optionalFields, pageSize, sortBy, where }
  };
}

/** What cannot be sorted by is ignored here, unlike in list views. */
async function queryRelated(
  call: RecentCall,
  parentId: string,
  relationship: ChildRelationship,
  query: ListQuery
): Promise<readonly RecordValues[]> {
  const { child } = relationship;
  const given = readSortBy(call, child, query.sortBy).filter((order) => order !== undefined);
  const orders = given.length > 0 ? given : usualOrder(call, child);
  const where = await whereArgument(call, child, query.where);
  const condition = where === '' ? '' : ` AND (${where})`;
  return relatedRecords(call, parentId, relationship, `${condition} ${orderByClause(orders)}`);
}

function pageUrl(call: RecentCall, list: string, query: ListQuery, token: number): string {
  return uiApiUrl(call, `related-list-records/${list}`, {
    fields: query.fields.join(','),
    optionalFields: query.optionalFields.join(','),
    pageSize: query.pageSize,
    pageToken: token,
    sortBy: query.sortBy.join(',')
  });
}

/** How many records a related list has, up to `most` (guide, "Related List Record Count"). */
export function relatedListCount(
  call: RecentCall,
  parent: FoundRecord,
  relationship: ChildRelationship,
  most: number
) {
  const parentId = String(parent.record.Id);
  const found = relatedRecords(call, parentId, relationship, '');
  const shown = {
    count: Math.min(found.length, most),
    hasMore: found.length > most,
    listReference: relatedListReference(relationship, parent.object, parentId)
  };
  return { ...shown, eTag: eTagOf(shown) };
}

function relatedRecords(
  { org, access }: RecentCall,
  parentId: string,
  { child, lookup }: ChildRelationship,
  rest: string
) {
  const soql = `SELECT Id FROM ${child.name} WHERE ${lookup.name} = ${quoted(parentId)}${rest}`;
  return org.soql.run(soql, access).records;
}
