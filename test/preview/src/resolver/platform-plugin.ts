import path from 'node:path';
import type { Plugin } from 'rollup';
import { PreviewBuildError } from '../preview-build-error.ts';
import { readPackageMetadata, type PackageMetadata } from '../project/package-metadata.ts';
import { findBaseComponents, type BaseComponents } from './base-components.ts';
import { engineModule } from './engine-modules.ts';
import { isNamespaced, namespacedModule } from './namespaced-modules.ts';
import { scopedModule } from './platform-scopes.ts';
import { PAGES_ID, pagesModule } from './pages-module.ts';

/** A module without a file; Rollup's convention keeps other plugins away from ids that begin with a NUL. */
const VIRTUAL = '\0platform:';

const USER_LANGUAGE: ReadonlySet<string> = new Set(['@salesforce/i18n/lang', '@salesforce/i18n/locale']);

export interface PlatformPluginOptions {
  readonly projectRoot: string;
  /**
   * Tell the LWC compiler the namespace of a `c` component, which its folder does not show. Off under Vite:
   * the `/` in the query breaks relative imports there, and the name only colours style scope tokens.
   */
  readonly specifiers: boolean;
}

/**
 * Resolves imports as the Salesforce platform would, for Rollup and Vite alike: `c/*` from the package,
 * `lightning/*` from our shims and then from base components, `@salesforce/*` from the package's metadata.
 * An import that nothing answers fails the build with the importing file and the name.
 */
export function platformPlugin({ projectRoot, specifiers }: PlatformPluginOptions) {
  const baseComponents = findBaseComponents();
  let metadata = readPackageMetadata(projectRoot);
  const readAgain = (): void => {
    metadata = readPackageMetadata(projectRoot);
  };
  return {
    name: 'salesforce-platform',
    buildStart: readAgain,
    watchChange: readAgain,
    resolveId(id, importer) {
      if (id === PAGES_ID) return VIRTUAL + id;
      const library = engineModule(id) ?? baseComponents.platformModule(id);
      // Base components bring a language of their own; here the user has one.
      if (library && !USER_LANGUAGE.has(id)) return library;
      if (isNamespaced(id)) {
        const file = requireModule(id, importer, metadata, baseComponents);
        return specifiers && id.startsWith('c/') ? `${file}?specifier=${id}` : file;
      }
      if (!id.startsWith('@salesforce/')) return null;
      requireScoped(id, importer, metadata);
      return VIRTUAL + id;
    },
    load(id) {
      if (!id.startsWith(VIRTUAL)) return null;
      const name = id.slice(VIRTUAL.length);
      return name === PAGES_ID ? pagesModule(metadata) : requireScoped(name, undefined, metadata);
    }
  } satisfies Plugin;
}

function requireModule(
  id: string,
  importer: string | undefined,
  metadata: PackageMetadata,
  baseComponents: BaseComponents
): string {
  const file = namespacedModule(id, metadata, baseComponents);
  if (file) return file;
  throw unresolved(id, importer, metadata, 'there is no such component or module');
}

function requireScoped(id: string, importer: string | undefined, metadata: PackageMetadata): string {
  const scoped = scopedModule(id, metadata);
  if ('code' in scoped) return scoped.code;
  throw unresolved(id, importer, metadata, scoped.refusal);
}

function unresolved(
  id: string,
  importer: string | undefined,
  { root }: PackageMetadata,
  reason: string
): PreviewBuildError {
  const file = importer ? path.relative(root, importer.split('?')[0] ?? importer) : 'the preview';
  return new PreviewBuildError(`${file} imports ${id}: ${reason}`);
}
