import { Router } from 'express';
import { createHash } from 'node:crypto';
import { notFound, SalesforceError } from '../errors/salesforce-error.ts';
import type { Org } from '../org.ts';
import { ok, pathObject, pathParameter, queryParameter, resource } from '../rest/resource.ts';
import type { RestAnswer, RestCall } from '../rest/resource.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { uiRecord } from './record.ts';
import { requestedFields } from './record-resources.ts';

const defaultPageSize = 50;
const largestPageSize = 2000;

/** `list-records`: the records of a list view. There is one for each object: `All` and its plural label. */
export function listResources(org: Org): Router {
  const router = Router({ mergeParams: true });
  router.get('/:object/:listView', resource(org, listRecords));
  return router;
}

function listRecords(call: RestCall): RestAnswer {
  const object = pathObject(call);
  const listView = `All${object.labelPlural.replaceAll(' ', '')}`;
  if (pathParameter(call.request, 'listView') !== listView) throw notFound();
  const requested = requestedFields(call, object);
  const sortBy = queryParameter(call.request, 'sortBy') ?? object.nameField?.name ?? 'Id';
  const { records } = call.org.soql.run(soqlOf(object, sortBy), call.access);
  const from = wholeParameter(call, 'pageToken', 0);
  const pageSize = Math.min(wholeParameter(call, 'pageSize', defaultPageSize), largestPageSize);
  const page = records.slice(from, from + pageSize).flatMap(({ Id }) => {
    const values = call.org.database.table(object).get(String(Id));
    return values ? [uiRecord(call.org.database, values, requested)] : [];
  });
  const more = from + pageSize < records.length;
  return ok({
    count: page.length,
    currentPageToken: String(from),
    eTag: createHash('md5').update(JSON.stringify(page)).digest('hex'),
    listInfoETag: createHash('md5').update(listView).digest('hex'),
    listReference: { id: null, listViewApiName: listView, objectApiName: object.name, type: 'listView' },
    nextPageToken: more ? String(from + pageSize) : null,
    pageSize,
    previousPageToken: from > 0 ? String(Math.max(from - pageSize, 0)) : null,
    records: page,
    searchTerm: null,
    sortBy: [sortBy]
  });
}

/** `sortBy` is a field name, with `-` before it for descending order. */
function soqlOf(object: ObjectDefinition, sortBy: string): string {
  const field = object.field(sortBy.replace(/^-/, ''));
  if (!field) throw new SalesforceError(400, 'ILLEGAL_QUERY_PARAMETER_VALUE', `Cannot sort by ${sortBy}`);
  const direction = sortBy.startsWith('-') ? 'DESC' : 'ASC';
  return `SELECT Id FROM ${object.name} ORDER BY ${field.name} ${direction}`;
}

function wholeParameter({ request }: RestCall, name: string, otherwise: number): number {
  const text = queryParameter(request, name);
  if (text === undefined) return otherwise;
  if (!/^\d+$/.test(text)) {
    throw new SalesforceError(400, 'ILLEGAL_QUERY_PARAMETER_VALUE', `${name} is not a whole number`);
  }
  return Number(text);
}
