import { LightningElement, api } from 'lwc';
import { appPages } from 'preview-metadata/pages';
import type { LightningPageMetadata } from 'preview-metadata/pages';
import { pageOfTab } from 'preview/appTabs';

/** The Lightning page of a custom tab, or the refusal that the platform shows to who may not see the tab. */
export default class AppPage extends LightningElement {
  private shownTab = '';

  @api
  get tab(): string {
    return this.shownTab;
  }
  set tab(name: string) {
    this.shownTab = name;
    document.title = `${this.page?.label ?? 'Insufficient Privileges'} | Ledger Bridge`;
  }

  get page(): LightningPageMetadata | undefined {
    return appPages[pageOfTab(this.shownTab) ?? ''];
  }
}
