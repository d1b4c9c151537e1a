import { LightningElement, api } from 'lwc';
import type { FlexiPageRegion, PlacedComponent } from 'preview-metadata/pages';

/** A component with a key, at its place in a region. */
export interface Placement {
  readonly key: string;
  readonly component: PlacedComponent;
}

/** One area of a Lightning page: its components one below the other. */
export default class Region extends LightningElement {
  @api placements: readonly Placement[] = [];
  /** All regions and facets of the page; a component such as a tab set names its own. */
  @api regions: readonly FlexiPageRegion[] = [];
  @api objectApiName: string | undefined;
  @api recordId: string | undefined;
}
