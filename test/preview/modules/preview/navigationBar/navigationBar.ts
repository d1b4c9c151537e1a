import { LightningElement, api } from 'lwc';
import { appLabel, visibleTabs } from 'preview/appTabs';
import type { Route } from 'preview/router';

interface Tab {
  readonly name: string;
  readonly label: string;
  readonly url: string;
  readonly style: string;
  readonly current: 'page' | null;
}

/** The app's name and those of its tabs that the signed-in user may see. */
export default class NavigationBar extends LightningElement {
  /** The page whose tab is the active one. */
  @api route: Route = { page: 'unknown' };

  readonly appLabel = appLabel;

  get tabs(): Tab[] {
    const { route } = this;
    const object = 'objectApiName' in route ? route.objectApiName : undefined;
    return visibleTabs().map(({ name, label, url, objectApiName }) => {
      const isActive =
        route.page === 'tab' ? route.tab === name : object !== undefined && objectApiName === object;
      return {
        name,
        label,
        url,
        style: `slds-context-bar__item${isActive ? ' slds-is-active' : ''}`,
        current: isActive ? 'page' : null
      };
    });
  }
}
