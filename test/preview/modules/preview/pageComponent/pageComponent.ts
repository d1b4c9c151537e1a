import { LightningElement, api } from 'lwc';
import type { LightningElement as Component } from 'lwc';
import { components } from 'preview-metadata/pages';
import type { FlexiPageRegion, PlacedComponent } from 'preview-metadata/pages';

interface Tab {
  readonly key: string;
  readonly label: string;
  readonly items: readonly { readonly key: string; readonly component: PlacedComponent }[];
}

/** One component placed on a Lightning page: the package's own for real, the platform's by a stand-in. */
export default class PageComponent extends LightningElement {
  private placed!: PlacedComponent;
  /** The package's own component, once it is loaded. */
  custom: typeof Component | undefined;
  failure = '';

  @api
  get component(): PlacedComponent {
    return this.placed;
  }
  set component(component: PlacedComponent) {
    this.placed = component;
    void this.load(component);
  }

  /** All regions and facets of the page. */
  @api regions: readonly FlexiPageRegion[] = [];
  @api objectApiName: string | undefined;
  @api recordId: string | undefined;

  private async load({ name }: PlacedComponent): Promise<void> {
    this.custom = undefined;
    this.failure = '';
    try {
      const loaded = await components[name]?.();
      if (name === this.placed.name) this.custom = loaded?.default;
    } catch (error) {
      console.error(error);
      if (name === this.placed.name) this.failure = `${name} could not be loaded: ${String(error)}`;
    }
  }

  /** One of the package's, which is being loaded. */
  get isAwaited(): boolean {
    return this.component.name in components;
  }

  /** What a page hands to each component: its own properties, and the record that it stands on, if any. */
  get properties(): Record<string, unknown> {
    const { recordId, objectApiName } = this;
    return { ...this.component.properties, ...(recordId === undefined ? {} : { recordId, objectApiName }) };
  }

  get isHighlightsPanel(): boolean {
    return this.component.name === 'force:highlightsPanel';
  }

  get isDetailPanel(): boolean {
    return this.component.name === 'force:detailPanel';
  }

  get isPath(): boolean {
    return this.component.name === 'runtime_sales_pathassistant:pathAssistant';
  }

  get isTabset(): boolean {
    return this.component.name === 'flexipage:tabset';
  }

  /** "Activity Panel" of `runtime_sales_activities:activityPanel`. */
  get standardTitle(): string {
    const name = this.component.name.split(':').at(-1) ?? '';
    const words = name.replace(/([a-z])([A-Z])/g, '$1 $2');
    return words.charAt(0).toUpperCase() + words.slice(1);
  }

  get tabs(): Tab[] {
    return this.facet(this.component.properties['tabs']).map((tab, index) => ({
      key: String(index),
      label: tabLabel(tab.properties['title']),
      items: this.facet(tab.properties['body']).map((component, place) => ({ key: String(place), component }))
    }));
  }

  private facet(name: string | undefined): readonly PlacedComponent[] {
    return this.regions.find((region) => region.name === name)?.components ?? [];
  }
}

/** Standard tabs are named by key: `Standard.Tab.detail` is "Details". */
function tabLabel(title = ''): string {
  const key = /^Standard\.Tab\.(\w+)$/.exec(title)?.[1];
  if (!key) return title;
  return key === 'detail'
    ? 'Details'
    : key === 'relatedLists'
      ? 'Related'
      : key.charAt(0).toUpperCase() + key.slice(1);
}
