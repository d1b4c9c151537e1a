import type { FlexiPageRegion, LightningPageMetadata } from 'preview-metadata/pages';
import type { Placement } from 'preview/region';

/** The areas of a desktop page. */
export interface PageLayout {
  readonly header: Placement[];
  readonly main: Placement[];
  readonly sidebar: Placement[];
  readonly mainClass: string;
}

/**
 * Puts a Lightning page's regions into the areas of `flexipage:recordHomeTemplateDesktop`. Regions of other
 * templates, those of app pages too, go by their name; one that is neither header nor sidebar is part of the main column.
 */
export function toLayout({ developerName, regions }: LightningPageMetadata): PageLayout {
  const shown = regions.filter(({ type }) => type === 'Region');
  const sidebar = place(
    developerName,
    shown.filter(({ name }) => /sidebar/i.test(name))
  );
  return {
    header: place(
      developerName,
      shown.filter(({ name }) => name === 'header')
    ),
    main: place(
      developerName,
      shown.filter(({ name }) => name !== 'header' && !/sidebar/i.test(name))
    ),
    sidebar,
    mainClass: `slds-col slds-size_1-of-1 ${sidebar.length > 0 ? 'slds-large-size_8-of-12' : ''}`
  };
}

function place(page: string, regions: readonly FlexiPageRegion[]): Placement[] {
  return regions.flatMap(({ name, components }) =>
    components.map((component, index) => ({ key: `${page}-${name}-${index}`, component }))
  );
}
