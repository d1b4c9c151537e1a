import { findCustomFields } from './custom-fields.ts';
import { readCustomLabels } from './custom-labels.ts';
import { readRecordPages, type RecordPage } from './flexipages.ts';
import { findLwcBundles, type LwcBundle } from './lwc-bundles.ts';
import { readSalesforceProject } from './salesforce-project.ts';

/** What a component or page of the package may refer to. */
export interface PackageMetadata {
  readonly root: string;
  readonly bundles: ReadonlyMap<string, LwcBundle>;
  readonly labels: ReadonlyMap<string, string>;
  readonly customFields: ReadonlySet<string>;
  readonly recordPages: readonly RecordPage[];
}

/** Reads the metadata of the package below a project root (milliseconds; call again to see edits). */
export function readPackageMetadata(projectRoot: string): PackageMetadata {
  const project = readSalesforceProject(projectRoot);
  return {
    root: project.root,
    bundles: findLwcBundles(project),
    labels: readCustomLabels(project),
    customFields: findCustomFields(project),
    recordPages: readRecordPages(project)
  };
}
