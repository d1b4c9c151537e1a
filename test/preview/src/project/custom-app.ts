import path from 'node:path';
import { z } from 'zod';
import { PreviewBuildError } from '../preview-build-error.ts';
import { readMetadataXml } from './metadata-xml.ts';
import { oneOrMany } from './one-or-many.ts';
import type { SalesforceProject } from './salesforce-project.ts';

const appFile = z.object({
  CustomApplication: z.object({ label: z.string(), tabs: oneOrMany(z.string()) })
});
const tabFile = z.object({
  CustomTab: z.object({
    label: z.string().optional(),
    customObject: z.literal('true').optional(),
    flexiPage: z.string().optional()
  })
});
const objectFile = z.object({ CustomObject: z.object({ pluralLabel: z.string().optional() }) });
const permissionSetFile = z.object({
  PermissionSet: z.object({ tabSettings: oneOrMany(z.object({ tab: z.string(), visibility: z.string() })) })
});

/** One tab of the app: an object's list, or a Lightning page of its own. */
export interface AppTab {
  /** For example `standard-Account`, `Sage_Invoice__c` or `Sage_Monitor`. */
  readonly name: string;
  /** Undefined for a standard object's tab, which the platform names. */
  readonly label: string | undefined;
  readonly objectApiName: string | undefined;
  /** Developer name of the Lightning page that the tab shows. */
  readonly flexiPage: string | undefined;
  /** Permission sets of the package that make it visible. */
  readonly permissionSets: readonly string[];
}

/** The package's Lightning app. */
export interface CustomApp {
  readonly label: string;
  /** In the app's order. */
  readonly tabs: readonly AppTab[];
}

const STANDARD_TAB = /^standard-(\w+)$/;

/**
 * Reads the package's app with its tabs and the permission sets that show them; undefined for a package without an app.
 * @throws PreviewBuildError when the app names a tab that the package does not have.
 */
export function readCustomApp(project: SalesforceProject): CustomApp | undefined {
  const [file] = filesOf(project, '.app-meta.xml');
  if (file === undefined) return undefined;
  const { label, tabs } = readMetadataXml(file, appFile).CustomApplication;
  const visibility = readTabVisibility(project);
  return { label, tabs: tabs.map((name) => readTab(project, file, name, visibility.get(name) ?? [])) };
}

function readTab(
  project: SalesforceProject,
  app: string,
  name: string,
  permissionSets: readonly string[]
): AppTab {
  const [, standard] = STANDARD_TAB.exec(name) ?? [];
  if (standard)
    return { name, label: undefined, objectApiName: standard, flexiPage: undefined, permissionSets };
  const file = filesOf(project, `/${name}.tab-meta.xml`)[0];
  if (file === undefined)
    throw new PreviewBuildError(`${app} shows the tab ${name}, which the package does not have`);
  const { label, customObject, flexiPage } = readMetadataXml(file, tabFile).CustomTab;
  const objectApiName = customObject === undefined ? undefined : name;
  return {
    name,
    label: objectApiName === undefined ? label : pluralLabel(project, name),
    objectApiName,
    flexiPage,
    permissionSets
  };
}

function pluralLabel(project: SalesforceProject, objectApiName: string): string {
  const [file] = filesOf(project, `/${objectApiName}.object-meta.xml`);
  return (file && readMetadataXml(file, objectFile).CustomObject.pluralLabel) ?? objectApiName;
}

/** Names of the permission sets that make a tab visible, by tab. */
function readTabVisibility(project: SalesforceProject): Map<string, string[]> {
  const visibility = new Map<string, string[]>();
  for (const file of filesOf(project, '.permissionset-meta.xml')) {
    const name = path.basename(file, '.permissionset-meta.xml');
    for (const setting of readMetadataXml(file, permissionSetFile).PermissionSet.tabSettings)
      if (setting.visibility !== 'None')
        visibility.set(setting.tab, [...(visibility.get(setting.tab) ?? []), name]);
  }
  return visibility;
}

function filesOf({ files }: SalesforceProject, ending: string): string[] {
  return files.filter((file) => file.endsWith(ending));
}
