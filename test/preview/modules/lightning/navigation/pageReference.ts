import { listUrl, recordUrl } from 'preview/router';
import type { Route } from 'preview/router';

/** A page in Salesforce's terms (LWC guide, "PageReference Types"). */
export interface PageReference {
  type: string;
  attributes: Record<string, string | undefined>;
  state?: Record<string, string>;
}

/**
 * The address of a page.
 * @throws Error for a page type that the shell has no page for.
 */
export function toUrl({ type, attributes }: PageReference): string {
  const { objectApiName = 'Account', recordId, url } = attributes;
  if (type === 'standard__recordPage' && recordId) return recordUrl(objectApiName, recordId);
  if (type === 'standard__objectPage') return listUrl(objectApiName);
  if (type === 'standard__webPage' && url) return url;
  throw new Error(`The preview has no page for ${type} ${JSON.stringify(attributes)}`);
}

/** The page reference of a page of the shell. */
export function toPageReference(route: Route): PageReference | null {
  if (route.page === 'unknown') return null;
  if (route.page === 'list')
    return {
      type: 'standard__objectPage',
      attributes: { objectApiName: route.objectApiName, actionName: 'list' },
      state: {}
    };
  const { objectApiName, recordId } = route;
  return {
    type: 'standard__recordPage',
    attributes: { objectApiName, recordId, actionName: 'view' },
    state: {}
  };
}
