/** A user that the preview can show the org as. */
export interface PreviewUser {
  /** Short name for `?user=`. */
  readonly key: string;
  readonly label: string;
  readonly username: string;
}

/** Where one sees what the org did, which its own pages do not show. */
export interface OrgView {
  readonly label: string;
  readonly url: string;
}

/** Who is signed in, as the preview's server says at `/preview/session`. */
export interface PreviewSession extends PreviewUser {
  readonly userId: string;
  /** API names of the permission sets that the user holds. */
  readonly permissionSets: readonly string[];
  /** The user's language and locale, as `@salesforce/i18n/lang` and `locale` give them. */
  readonly language: string;
  readonly locale: string;
  readonly users: readonly PreviewUser[];
  readonly orgViews: readonly OrgView[];
}

declare global {
  /** Set by the entry before any component loads, since `@salesforce/user/Id` is a constant to components. */
  var previewSession: PreviewSession;
}

/** The signed-in user and the others to choose from. */
export function currentSession(): PreviewSession {
  return globalThis.previewSession;
}

/** Signs in as another user and shows the same page as that user sees it. */
export function switchUser(key: string): void {
  openWith('user', key);
}

/** Shows the same page in another language. */
export function switchLanguage(language: string): void {
  openWith('language', language);
}

function openWith(name: string, value: string): void {
  const url = new URL(window.location.href);
  url.searchParams.set(name, value);
  window.location.assign(url);
}
