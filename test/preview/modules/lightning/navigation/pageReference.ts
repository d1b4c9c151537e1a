import { listUrl, recordUrl, tabUrl } from 'preview/router';
import type { Route } from 'preview/router';

/** A page in Salesforce's terms (LWC guide, "PageReference Types"). */
export interface PageReference {
  type: string;
  attributes: Readonly<Record<string, string | undefined>>;
  state?: Readonly<Record<string, string | undefined>>;
}

/** A parameter of a component carries its namespace, as `c__pair`; the platform drops others, but its own. */
const KEPT_STATE = /^\w+?__\w+$|^filterName$/;

/**
 * The address of a page.
 * @throws Error for a page type that the shell has no page for.
 */
export function toUrl(page: PageReference): string {
  const { objectApiName = 'Account', recordId, url, apiName, actionName = '' } = page.attributes;
  if (page.type === 'standard__webPage' && url) return url;
  if (page.type === 'standard__navItemPage' && apiName) return withState(tabUrl(apiName), page);
  if (page.type === 'standard__recordPage' && recordId && /^(view)?$/.test(actionName))
    return withState(recordUrl(objectApiName, recordId), page);
  if (page.type === 'standard__objectPage' && /^(list|home)?$/.test(actionName))
    return withState(listUrl(objectApiName), page);
  throw new Error(`The preview has no page for ${page.type} ${JSON.stringify(page.attributes)}`);
}

function withState(path: string, { state = {} }: PageReference): string {
  const kept = Object.entries(state).flatMap(([name, value]) =>
    value === undefined || !KEPT_STATE.test(name) ? [] : [[name, value] as [string, string]]
  );
  return kept.length === 0 ? path : `${path}?${new URLSearchParams(kept).toString()}`;
}

/** The page reference of a page of the shell. */
export function toPageReference(route: Route): PageReference | null {
  switch (route.page) {
    case 'unknown':
      return null;
    case 'tab':
      return { type: 'standard__navItemPage', attributes: { apiName: route.tab }, state: route.state };
    case 'list':
      return {
        type: 'standard__objectPage',
        attributes: { objectApiName: route.objectApiName, actionName: 'list' },
        state: route.state
      };
    case 'record': {
      const { objectApiName, recordId, state } = route;
      return {
        type: 'standard__recordPage',
        attributes: { objectApiName, recordId, actionName: 'view' },
        state
      };
    }
  }
}
