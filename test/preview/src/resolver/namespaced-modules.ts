import path from 'node:path';
import { MODULES_DIRECTORY } from '../paths.ts';
import { entryFile } from '../project/lwc-bundles.ts';
import type { PackageMetadata } from '../project/package-metadata.ts';
import type { BaseComponents } from './base-components.ts';

const NAMESPACED = /^(?<namespace>c|lightning|preview)\/(?<name>\w+)$/;

/** True for imports such as `c/errorPanel` and `lightning/card`, which only the platform can resolve. */
export function isNamespaced(id: string): boolean {
  return NAMESPACED.test(id);
}

/**
 * The file behind a namespaced import: the package's own components, then our shims and shell, then base
 * components. Undefined when nothing has the name.
 */
export function namespacedModule(
  id: string,
  metadata: PackageMetadata,
  baseComponents: BaseComponents
): string | undefined {
  const { namespace = '', name = '' } = NAMESPACED.exec(id)?.groups ?? {};
  if (namespace === 'c') return metadata.bundles.get(name)?.entry;
  const own = entryFile(path.join(MODULES_DIRECTORY, namespace, name));
  return own ?? (namespace === 'lightning' ? baseComponents.component(name) : undefined);
}
