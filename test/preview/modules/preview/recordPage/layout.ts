import type { FlexiPageRegion, RecordPageMetadata } from 'preview-metadata/recordPages';
import type { Placement } from 'preview/region';

/** The areas of a desktop record page. */
export interface PageLayout {
  readonly header: Placement[];
  readonly main: Placement[];
  readonly sidebar: Placement[];
  readonly mainClass: string;
}

/**
 * Puts a Lightning page's regions into the areas of `flexipage:recordHomeTemplateDesktop`. Regions of other
 * templates go by their name; one that is neither header nor sidebar is part of the main column.
 */
export function toLayout({ regions }: RecordPageMetadata): PageLayout {
  const shown = regions.filter(({ type }) => type === 'Region');
  const sidebar = place(shown.filter(({ name }) => /sidebar/i.test(name)));
  return {
    header: place(shown.filter(({ name }) => name === 'header')),
    main: place(shown.filter(({ name }) => name !== 'header' && !/sidebar/i.test(name))),
    sidebar,
    mainClass: `slds-col slds-size_1-of-1 ${sidebar.length > 0 ? 'slds-large-size_8-of-12' : ''}`
  };
}

function place(regions: readonly FlexiPageRegion[]): Placement[] {
  return regions.flatMap(({ name, components }) =>
    components.map((component, index) => ({ key: `${name}-${index}`, component }))
  );
}
