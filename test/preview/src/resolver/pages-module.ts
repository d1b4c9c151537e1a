import { PreviewBuildError } from '../preview-build-error.ts';
import type { LightningPage } from '../project/flexipages.ts';
import type { PackageMetadata } from '../project/package-metadata.ts';
import type { Translation } from '../project/translations.ts';
import { languageTag } from './platform-scopes.ts';

/** The import by which the shell gets the package's app, and its Lightning pages with their components. */
export const PAGES_ID = 'preview-metadata/pages';

type Page = Omit<LightningPage, 'file'>;

/**
 * The source text of that module: record pages by object, app pages by name, the app, and what loads every
 * `c:` component placed on a page: each by itself, so that while one is being written the others can be looked at.
 * @throws PreviewBuildError naming page and component.
 */
export function pagesModule({ pages, app, bundles, translations }: PackageMetadata): string {
  for (const page of pages)
    for (const name of customComponents(page))
      if (!bundles.has(name))
        throw new PreviewBuildError(`${page.file} places c:${name}, which the package does not have`);
  const names = [...new Set(pages.flatMap(customComponents))];
  const loaders = names.map((name) => `'c:${name}': () => import('c/${name}')`);
  return [
    `export const components = { ${loaders.join(', ')} };`,
    `export const recordPages = ${byKey(pages, 'RecordPage', ({ objectApiName }) => objectApiName)};`,
    `export const appPages = ${byKey(pages, 'AppPage', ({ developerName }) => developerName)};`,
    `export const app = ${JSON.stringify(app)};`,
    `export const tabTranslations = ${JSON.stringify(Object.fromEntries(tabTexts(translations)))};`
  ].join('\n');
}

/** Labels of tabs by name, by language; a language without any is there too. */
function tabTexts(translations: readonly Translation[]) {
  return translations.map(({ language, tabs }) => [languageTag(language), Object.fromEntries(tabs)] as const);
}

function byKey(
  pages: readonly LightningPage[],
  type: string,
  keyOf: (page: Page) => string | undefined
): string {
  const entries = pages
    .filter((page) => page.type === type)
    .map((page) => [keyOf(page), withoutFile(page)] as const);
  return JSON.stringify(Object.fromEntries(entries));
}

function customComponents({ regions }: LightningPage): string[] {
  const names = regions.flatMap((region) => region.components.map((component) => component.name));
  // Source may write the default namespace or leave it out.
  return names.flatMap((name) => /^(?:c:)?(\w+)$/.exec(name)?.[1] ?? []);
}

function withoutFile({ file: _file, ...page }: LightningPage): Page {
  const regions = page.regions.map((region) => ({
    ...region,
    components: region.components.map((component) => ({ ...component, name: qualified(component.name) }))
  }));
  return { ...page, regions };
}

function qualified(name: string): string {
  return name.includes(':') ? name : `c:${name}`;
}
