import type { LightningPageMetadata } from 'preview-metadata/pages';

/** The page that the platform shows for an object without one of the package's: highlights and details. */
export const usualRecordPage: LightningPageMetadata = {
  developerName: 'usual',
  label: 'Record',
  template: 'flexipage:recordHomeTemplateDesktop',
  regions: [
    { name: 'header', type: 'Region', components: [{ name: 'force:highlightsPanel', properties: {} }] },
    { name: 'main', type: 'Region', components: [{ name: 'force:detailPanel', properties: {} }] }
  ]
};
