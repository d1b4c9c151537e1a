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
  // What cannot be sorted by is ignored here, unlike in list views.
  const given = readSortBy(call, child, query.sortBy).filter((order) => order !== undefined);
  const orders = given.length > 0 ? given : usualOrder(call, child);
  const where = await whereArgument(call, child, query.where);
  const found = relatedRecords(
    call,
    parentId,
    relationship,
    `${where === '' ? '' : ` AND (${where})`} ${orderByClause(orders)}`
  );
  const page = pageFrom(found, query.from, query.pageSize);
  const records = page.items.map((record) => uiRecord(call, record, requested));
  const { pageSize, fields, optionalFields } = query;
  const links = pageLinks(page, (token) =>
    uiApiUrl(call, `related-list-records/${parentId}/${name}`, {
      fields: fields.join(','),
      optionalFields: optionalFields.join(','),
      ...{ pageSize, pageToken: token, sortBy: query.sortBy.join(',') }
    })
  );
  return {
    columnLabels: Object.fromEntries(columns.map((column) => [column.path, columnLabel(column)])),
    count: records.length,
    ...links,
    eTag: eTagOf(records),
    fields,
    listInfoETag: eTagOf([parent.object.name, name]),
    listReference: relatedListReference(relationship, parent.object, parentId),
    optionalFields,
    pageSize,
    records,
    sortBy: query.sortBy,
    where: query.where ?? null
  };
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
