import { app, tabTranslations } from 'preview-metadata/pages';
import type { AppTabMetadata } from 'preview-metadata/pages';
import { lookOf, tabObjects } from 'preview/objectLook';
import { listUrl, tabUrl } from 'preview/router';
import { currentSession } from 'preview/session';

/** A tab that the signed-in user sees. */
export interface VisibleTab {
  readonly name: string;
  readonly label: string;
  readonly url: string;
  readonly objectApiName: string | undefined;
}

/** The tabs of a package without an app: the objects that the shell knows. */
const usualTabs: readonly AppTabMetadata[] = tabObjects.map((objectApiName) => ({
  name: `standard-${objectApiName}`,
  objectApiName,
  permissionSets: []
}));

/** The app's name. */
export const appLabel = app?.label ?? 'Ledger Bridge';

/** The app's tabs in the app's order, those alone that the signed-in user may see. */
export function visibleTabs(): VisibleTab[] {
  return (app?.tabs ?? usualTabs).filter(isVisible).map((tab) => ({
    name: tab.name,
    label: translated(tab.name) ?? tab.label ?? lookOf(tab.objectApiName ?? tab.name).labelPlural,
    url: tab.objectApiName === undefined ? tabUrl(tab.name) : listUrl(tab.objectApiName),
    objectApiName: tab.objectApiName
  }));
}

function translated(tab: string): string | undefined {
  return tabTranslations[currentSession().language]?.[tab];
}

/** Name of the Lightning page behind a tab; undefined when there is no such tab, or none for this user. */
export function pageOfTab(name: string): string | undefined {
  const tab = app?.tabs.find((each) => each.name === name);
  return tab && isVisible(tab) ? tab.flexiPage : undefined;
}

/** Standard tabs come with every profile; a custom one is there when a permission set makes it visible. */
function isVisible({ name, permissionSets }: AppTabMetadata): boolean {
  const held = new Set(currentSession().permissionSets);
  return name.startsWith('standard-') || permissionSets.some((each) => held.has(each));
}
