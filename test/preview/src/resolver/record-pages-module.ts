import { PreviewBuildError } from '../preview-build-error.ts';
import type { PackageMetadata } from '../project/package-metadata.ts';
import type { RecordPage } from '../project/flexipages.ts';

/** The import by which the shell gets the package's record pages with their components. */
export const RECORD_PAGES_ID = 'preview-metadata/recordPages';

/**
 * The source text of that module: every record page by object, and the constructor of every `c:` component
 * placed on one, imported so that the build fails when a page places a component that does not exist.
 * @throws PreviewBuildError naming page and component.
 */
export function recordPagesModule({ recordPages, bundles }: PackageMetadata): string {
  const placed = new Set(recordPages.flatMap((page) => customComponents(page)));
  for (const page of recordPages)
    for (const name of customComponents(page))
      if (!bundles.has(name))
        throw new PreviewBuildError(`${page.file} places c:${name}, which the package does not have`);
  const names = [...placed];
  const imports = names.map((name, index) => `import component${index} from 'c/${name}';`);
  const constructors = names.map((name, index) => `'c:${name}': component${index}`);
  return [
    ...imports,
    `export const components = { ${constructors.join(', ')} };`,
    `export const recordPages = ${JSON.stringify(Object.fromEntries(recordPages.map(withoutFile)))};`
  ].join('\n');
}

function customComponents({ regions }: RecordPage): string[] {
  const names = regions.flatMap((region) => region.components.map((component) => component.name));
  // Source may write the default namespace or leave it out.
  return names.flatMap((name) => /^(?:c:)?(\w+)$/.exec(name)?.[1] ?? []);
}

function withoutFile({ file: _file, ...page }: RecordPage): [string, Omit<RecordPage, 'file'>] {
  const regions = page.regions.map((region) => ({
    ...region,
    components: region.components.map((component) => ({ ...component, name: qualified(component.name) }))
  }));
  return [page.objectApiName, { ...page, regions }];
}

function qualified(name: string): string {
  return name.includes(':') ? name : `c:${name}`;
}
