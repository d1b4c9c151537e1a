/* Modules that the build makes, or that come from lightning-base-components without types. */

declare module 'preview-metadata/pages' {
  export interface PlacedComponent {
    readonly name: string;
    readonly properties: Readonly<Record<string, string>>;
  }
  export interface FlexiPageRegion {
    readonly name: string;
    readonly type: 'Region' | 'Facet';
    readonly components: readonly PlacedComponent[];
  }
  export interface LightningPageMetadata {
    readonly developerName: string;
    readonly label: string;
    readonly template: string;
    readonly regions: readonly FlexiPageRegion[];
  }
  export interface AppTabMetadata {
    readonly name: string;
    readonly label?: string;
    readonly objectApiName?: string;
    readonly flexiPage?: string;
    /** Those of the package that make it visible. */
    readonly permissionSets: readonly string[];
  }
  /** The package's record pages by object. */
  export const recordPages: Readonly<Record<string, LightningPageMetadata | undefined>>;
  /** The package's app pages by name. */
  export const appPages: Readonly<Record<string, LightningPageMetadata | undefined>>;
  /** The package's app; undefined when it has none. */
  export const app: { readonly label: string; readonly tabs: readonly AppTabMetadata[] } | undefined;
  /** Labels of tabs by name, in every language that the package is translated into. */
  export const tabTranslations: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What loads the package's components placed on pages, by `c:name`. */
  export const components: Readonly<
    Record<string, (() => Promise<{ default: typeof import('lwc').LightningElement }>) | undefined>
  >;
}
