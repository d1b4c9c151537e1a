import { LightningElement, api } from 'lwc';
import { lookOf, tabObjects } from 'preview/objectLook';
import { listUrl } from 'preview/router';

interface Tab {
  readonly name: string;
  readonly label: string;
  readonly url: string;
  readonly style: string;
  readonly current: 'page' | null;
}

/** The app's name and its tabs. */
export default class NavigationBar extends LightningElement {
  /** The object whose tab is the active one. */
  @api objectApiName: string | undefined;

  get tabs(): Tab[] {
    return tabObjects.map((name) => {
      const isActive = name === this.objectApiName;
      return {
        name,
        label: lookOf(name).labelPlural,
        url: listUrl(name),
        style: `slds-context-bar__item${isActive ? ' slds-is-active' : ''}`,
        current: isActive ? 'page' : null
      };
    });
  }
}
