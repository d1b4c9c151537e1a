/* Modules that the build makes, or that come from lightning-base-components without types. */

declare module 'preview-metadata/recordPages' {
  export interface PlacedComponent {
    readonly name: string;
    readonly properties: Readonly<Record<string, string>>;
  }
  export interface FlexiPageRegion {
    readonly name: string;
    readonly type: 'Region' | 'Facet';
    readonly components: readonly PlacedComponent[];
  }
  export interface RecordPageMetadata {
    readonly developerName: string;
    readonly label: string;
    readonly template: string;
    readonly regions: readonly FlexiPageRegion[];
  }
  /** The package's record pages by object. */
  export const recordPages: Readonly<Record<string, RecordPageMetadata | undefined>>;
  /** The package's components placed on them, by `c:name`. */
  export const components: Readonly<Record<string, typeof import('lwc').LightningElement | undefined>>;
}
