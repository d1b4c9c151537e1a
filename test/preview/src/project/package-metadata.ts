import { readCustomApp, type CustomApp } from './custom-app.ts';
import { findCustomFields } from './custom-fields.ts';
import { readCustomLabels } from './custom-labels.ts';
import { readLightningPages, type LightningPage } from './flexipages.ts';
import { findLwcBundles, type LwcBundle } from './lwc-bundles.ts';
import { readSalesforceProject } from './salesforce-project.ts';
import { readTranslations, type Translation } from './translations.ts';

/** What a component or page of the package may refer to. */
export interface PackageMetadata {
  readonly root: string;
  readonly bundles: ReadonlyMap<string, LwcBundle>;
  readonly labels: ReadonlyMap<string, string>;
  /** What it says in other languages than that of its labels. */
  readonly translations: readonly Translation[];
  readonly customFields: ReadonlySet<string>;
  readonly pages: readonly LightningPage[];
  /** Undefined for a package without an app. */
  readonly app: CustomApp | undefined;
}

/** Reads the metadata of the package below a project root (milliseconds; call again to see edits). */
export function readPackageMetadata(projectRoot: string): PackageMetadata {
  const project = readSalesforceProject(projectRoot);
  return {
    root: project.root,
    bundles: findLwcBundles(project),
    labels: readCustomLabels(project),
    translations: readTranslations(project),
    customFields: findCustomFields(project),
    pages: readLightningPages(project),
    app: readCustomApp(project)
  };
}
