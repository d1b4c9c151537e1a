import path from 'node:path';
import { z } from 'zod';
import { readMetadataXml } from './metadata-xml.ts';
import { oneOrMany } from './one-or-many.ts';
import type { SalesforceProject } from './salesforce-project.ts';

const property = z.object({ name: z.string(), value: z.string().optional() });
const componentInstance = z.object({
  componentName: z.string(),
  identifier: z.string().optional(),
  componentInstanceProperties: oneOrMany(property)
});
const region = z.object({
  name: z.string(),
  type: z.enum(['Region', 'Facet']),
  itemInstances: oneOrMany(z.object({ componentInstance: componentInstance.optional() }))
});
const flexiPageFile = z.object({
  FlexiPage: z.object({
    masterLabel: z.string(),
    sobjectType: z.string().optional(),
    type: z.string(),
    template: z.object({ name: z.string() }),
    flexiPageRegions: oneOrMany(region)
  })
});

/** A component placed on a page, with its properties as written in the metadata. */
export interface FlexiPageComponent {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** A region of the page's template, or a facet: the inside of a component such as a tab. */
export interface FlexiPageRegion {
  readonly name: string;
  readonly type: 'Region' | 'Facet';
  readonly components: readonly FlexiPageComponent[];
}

/** A Lightning page of the package: an object's record page, or an app page that a tab shows. */
export interface LightningPage {
  readonly file: string;
  readonly developerName: string;
  readonly label: string;
  /** For example `RecordPage` or `AppPage`. */
  readonly type: string;
  /** The object of a record page. */
  readonly objectApiName: string | undefined;
  /** For example `flexipage:recordHomeTemplateDesktop`. */
  readonly template: string;
  readonly regions: readonly FlexiPageRegion[];
}

/** The package's Lightning pages, read from every `*.flexipage-meta.xml`. */
export function readLightningPages(project: SalesforceProject): LightningPage[] {
  const files = project.files.filter((file) => file.endsWith('.flexipage-meta.xml'));
  return files.map(readLightningPage);
}

function readLightningPage(file: string): LightningPage {
  const { FlexiPage: page } = readMetadataXml(file, flexiPageFile);
  return {
    file,
    developerName: path.basename(file, '.flexipage-meta.xml'),
    label: page.masterLabel,
    type: page.type,
    objectApiName: page.sobjectType,
    template: page.template.name,
    regions: page.flexiPageRegions.map(toRegion)
  };
}

function toRegion({ name, type, itemInstances }: z.output<typeof region>): FlexiPageRegion {
  const components = itemInstances.flatMap((item) =>
    item.componentInstance ? toComponent(item.componentInstance) : []
  );
  return { name, type, components };
}

function toComponent(instance: z.output<typeof componentInstance>): FlexiPageComponent {
  const properties = instance.componentInstanceProperties.map(
    ({ name, value }) => [name, value ?? ''] as const
  );
  return { name: instance.componentName, properties: Object.fromEntries(properties) };
}
