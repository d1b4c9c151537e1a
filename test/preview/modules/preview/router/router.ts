/** The pages of the shell, at the addresses that Lightning Experience gives them. */
export type Route =
  | { readonly page: 'list'; readonly objectApiName: string; readonly state: RouteState }
  | {
      readonly page: 'record';
      readonly objectApiName: string;
      readonly recordId: string;
      readonly state: RouteState;
    }
  | { readonly page: 'tab'; readonly tab: string; readonly state: RouteState }
  | { readonly page: 'unknown' };

/** What the address says after its question mark. */
export type RouteState = Readonly<Record<string, string>>;

type RouteListener = (route: Route) => void;

const LIST = /^\/lightning\/o\/(\w+)\/list$/;
const RECORD = /^\/lightning\/r\/(\w+)\/(\w{15,18})\/view$/;
const TAB = /^\/lightning\/n\/(\w+)$/;

const listeners = new Set<RouteListener>();

/** The address of a record's page. */
export function recordUrl(objectApiName: string, recordId: string): string {
  return `/lightning/r/${objectApiName}/${recordId}/view`;
}

/** The address of an object's list. */
export function listUrl(objectApiName: string): string {
  return `/lightning/o/${objectApiName}/list`;
}

/** The address of a custom tab. */
export function tabUrl(tab: string): string {
  return `/lightning/n/${tab}`;
}

/** The page at the browser's present address. */
export function currentRoute(): Route {
  const { pathname, search } = window.location;
  const state = Object.fromEntries(new URLSearchParams(search));
  const [, listed] = LIST.exec(pathname) ?? [];
  if (listed) return { page: 'list', objectApiName: listed, state };
  const [, tab] = TAB.exec(pathname) ?? [];
  if (tab) return { page: 'tab', tab, state };
  const [, objectApiName, recordId] = RECORD.exec(pathname) ?? [];
  return objectApiName && recordId ? { page: 'record', objectApiName, recordId, state } : { page: 'unknown' };
}

/** Goes to another page of the shell without loading it anew. */
export function navigate(url: string, replace = false): void {
  if (replace) window.history.replaceState({}, '', url);
  else window.history.pushState({}, '', url);
  announce();
}

/** Calls the listener at each change of page, the browser's back and forward buttons included. */
export function onRouteChange(listener: RouteListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function announce(): void {
  const route = currentRoute();
  for (const listener of listeners) listener(route);
}

window.addEventListener('popstate', announce);
