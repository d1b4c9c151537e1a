import { LightningElement, api } from 'lwc';
import { listUrl } from 'preview/router';

/** The app's name and its tabs. */
export default class NavigationBar extends LightningElement {
  /** The object whose tab is the active one. */
  @api objectApiName: string | undefined;

  readonly accountsUrl = listUrl('Account');

  get accountsClass(): string {
    const active = this.objectApiName === 'Account' ? ' slds-is-active' : '';
    return `slds-context-bar__item${active}`;
  }

  get accountsCurrent(): 'page' | null {
    return this.objectApiName === 'Account' ? 'page' : null;
  }
}
