import { LightningElement, api } from 'lwc';
import type { PlacedComponent } from 'preview-metadata/recordPages';

/** A component with a key, at its place in a region. */
export interface Placement {
  readonly key: string;
  readonly component: PlacedComponent;
}

/** One area of a record page: its components one below the other. */
export default class Region extends LightningElement {
  @api placements: readonly Placement[] = [];
  @api objectApiName = '';
  @api recordId: string | undefined;
}
