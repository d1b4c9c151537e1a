import { LightningElement, api } from 'lwc';
import type { LightningPageMetadata } from 'preview-metadata/pages';
import { toLayout } from 'preview/pageLayout';
import type { PageLayout } from 'preview/pageLayout';

/** A Lightning page: the package's components where its metadata places them. */
export default class LightningPage extends LightningElement {
  @api page!: LightningPageMetadata;
  /** Of a record page. */
  @api objectApiName: string | undefined;
  /** Of a record page. */
  @api recordId: string | undefined;

  get layout(): PageLayout {
    return toLayout(this.page);
  }

  get hasSidebar(): boolean {
    return this.layout.sidebar.length > 0;
  }
}
