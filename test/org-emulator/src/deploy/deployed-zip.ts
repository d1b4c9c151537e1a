import { strFromU8, unzipSync } from 'fflate';
import { SalesforceError } from '../errors/salesforce-error.ts';
import type { PathAndText } from '../metadata/deployable-package.ts';

/** Files that metadata stands in; all others, such as images, are not read. */
const textual = /\.(?:xml|[A-Za-z]+)$/;

/**
 * The files of a deployed zip, without the folder that clients put around a package. Throws when it cannot be read
 * or has no `package.xml`.
 */
export function readDeployedZip(zip: Uint8Array): PathAndText[] {
  const files = Object.entries(unzip(zip)).filter(([path]) => textual.test(path));
  const manifests = files.map(([path]) => path).filter((path) => /(?:^|\/)package\.xml$/.test(path));
  const [manifest] = manifests.toSorted((a, b) => a.length - b.length);
  if (manifest === undefined) throw new SalesforceError(400, 'INVALID_OPERATION', 'No package.xml found');
  const root = manifest.slice(0, -'package.xml'.length);
  return files
    .filter(([path]) => path.startsWith(root))
    .map(([path, content]) => ({ path: sourcePath(path.slice(root.length)), text: strFromU8(content) }));
}

function unzip(zip: Uint8Array): Readonly<Record<string, Uint8Array>> {
  try {
    return unzipSync(zip);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SalesforceError(400, 'INVALID_ZIP_FILE', `The zip file cannot be read: ${reason}`);
  }
}

/** In metadata format the file of a folder of reports does not say that it is one. */
function sourcePath(path: string): string {
  return path.replace(/^(?<folder>reports\/.*[^./])-meta\.xml$/, '$<folder>.reportFolder-meta.xml');
}
