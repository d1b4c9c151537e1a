import path from 'node:path';
import type { Plugin } from 'rollup';
import { MODULES_DIRECTORY } from '../paths.ts';
import { PreviewBuildError } from '../preview-build-error.ts';
import { entryFile } from '../project/lwc-bundles.ts';
import { readPackageMetadata, type PackageMetadata } from '../project/package-metadata.ts';
import { findBaseComponents } from './base-components.ts';
import { engineModule } from './engine-modules.ts';
import { scopedModule } from './platform-scopes.ts';
import { RECORD_PAGES_ID, recordPagesModule } from './record-pages-module.ts';

/** A module without a file; Rollup's convention keeps other plugins away from ids that begin with a NUL. */
const VIRTUAL = '\0platform:';

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
  let metadata: PackageMetadata = readPackageMetadata(projectRoot);

  /** The entry of `namespace/name`; undefined when the namespace is none of ours; null when nothing has the name. */
  function resolveModule(namespace: string, name: string): string | null | undefined {
    if (namespace === 'c') {
      const bundle = metadata.bundles.get(name);
      return bundle ? (specifiers ? `${bundle.entry}?specifier=c/${name}` : bundle.entry) : null;
    }
    if (namespace !== 'lightning' && namespace !== 'preview') return undefined;
    const own = entryFile(path.join(MODULES_DIRECTORY, namespace, name));
    return own ?? (namespace === 'lightning' ? baseComponents.component(name) : undefined) ?? null;
  }

  return {
    name: 'salesforce-platform',
    buildStart() {
      metadata = readPackageMetadata(projectRoot);
    },
    watchChange() {
      metadata = readPackageMetadata(projectRoot);
    },
    resolveId(id, importer) {
      if (id === RECORD_PAGES_ID) return VIRTUAL + id;
      const engine = engineModule(id) ?? baseComponents.platformModule(id);
      if (engine) return engine;
      if (id.startsWith('@salesforce/')) {
        const scoped = scopedModule(id, metadata);
        if ('refusal' in scoped) throw unresolved(id, importer, scoped.refusal);
        return VIRTUAL + id;
      }
      const [, namespace, name] = /^(\w+)\/(\w+)$/.exec(id) ?? [];
      if (namespace && name) {
        const entry = resolveModule(namespace, name);
        if (entry === null) throw unresolved(id, importer, 'there is no such component or module');
        if (entry) return entry;
      }
      return null;
    },
    load(id) {
      if (!id.startsWith(VIRTUAL)) return null;
      const name = id.slice(VIRTUAL.length);
      if (name === RECORD_PAGES_ID) return recordPagesModule(metadata);
      const scoped = scopedModule(name, metadata);
      if ('refusal' in scoped) throw unresolved(name, undefined, scoped.refusal);
      return scoped.code;
    }
  } satisfies Plugin;

  function unresolved(id: string, importer: string | undefined, reason: string): PreviewBuildError {
    const file = importer ? path.relative(metadata.root, importer.split('?')[0] ?? importer) : 'the preview';
    return new PreviewBuildError(`${file} imports ${id}: ${reason}`);
  }
}
