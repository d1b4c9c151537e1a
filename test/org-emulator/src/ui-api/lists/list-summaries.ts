import { queryParameter, type RestCall } from '../../rest/resource.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import { eTagOf, uiApiUrl, wholeParameter } from '../answers.ts';
import { readableObject } from '../readable-object.ts';
import { pageFrom, pageLinks } from '../records/record-page.ts';
import { type ListView, listViews, recentList } from './list-view.ts';

const usualPageSize = 20;

/** The list views of an object, or those whose label begins with `q` (guide, "List Info Summary Collection"). */
export function listSummaries(call: RestCall, objectName: string, resourceName: 'list-info' | 'list-ui') {
  const object = readableObject(call, objectName);
  const q = queryParameter(call.request, 'q');
  const recentListsOnly = queryParameter(call.request, 'recentListsOnly') === 'true';
  const pageSize = wholeParameter(call, 'pageSize', { otherwise: usualPageSize, least: 1 });
  const found = viewsOf(call, object, recentListsOnly).filter(({ label }) =>
    label.toLowerCase().startsWith((q ?? '').toLowerCase())
  );
  const page = pageFrom(found, wholeParameter(call, 'pageToken', { otherwise: 0 }), pageSize);
  const links = pageLinks(page, (token) =>
    uiApiUrl(call, `${resourceName}/${object.name}`, { pageSize, pageToken: token, q })
  );
  const lists = page.items.map(({ apiName, id, label }) => {
    const url = uiApiUrl(call, `list-ui/${object.name}/${apiName}`);
    return { apiName, id, label, listUiUrl: url, url };
  });
  const collection = { count: lists.length, ...links, lists, objectApiName: object.name, pageSize };
  return { ...collection, eTag: eTagOf(lists), queryString: q ?? null, recentListsOnly };
}

/** Which lists a user opened last is not kept; the list of recent records is all there is. */
function viewsOf(call: RestCall, object: ObjectDefinition, recentListsOnly: boolean): ListView[] {
  return recentListsOnly ? [recentList(object)] : listViews(call, object);
}
