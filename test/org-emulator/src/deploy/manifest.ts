import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import type { ComponentName, PathAndText } from '../metadata/deployable-package.ts';
import { SalesforceError } from '../errors/salesforce-error.ts';

/** What `package.xml`, or a file of destructive changes, names. */
export interface Manifest {
  readonly path: string;
  readonly members: readonly ComponentName[];
}

/** What a deployment says about itself. */
export interface Manifests {
  readonly package: Manifest;
  /** Components that go before the others come, and after. */
  readonly destructivePre: readonly Manifest[];
  readonly destructivePost: readonly Manifest[];
}

const schema = z.looseObject({
  types: z.array(z.looseObject({ name: z.string(), members: z.array(z.string()).default([]) })).default([])
});

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  parseTagValue: false,
  isArray: (name) => name === 'types' || name === 'members'
});

/** Reads the manifests of a deployment (Metadata API Developer Guide, "Deleting Components from an Organization"). */
export function readManifests(files: readonly PathAndText[]): Manifests {
  const named = (...names: string[]) => files.filter(({ path }) => names.includes(path)).map(readManifest);
  const [manifest] = named('package.xml');
  if (!manifest) throw invalidManifest('package.xml', 'is missing');
  return {
    package: manifest,
    destructivePre: named('destructiveChanges.xml', 'destructiveChangesPre.xml'),
    destructivePost: named('destructiveChangesPost.xml')
  };
}

function readManifest({ path, text }: PathAndText): Manifest {
  const document = z.looseObject({ Package: z.unknown() }).safeParse(parse(path, text));
  const root = document.success ? document.data.Package : undefined;
  const parsed = schema.safeParse(root === '' ? {} : root);
  if (!parsed.success) throw invalidManifest(path, 'the root element is not <Package> with <types>');
  const members = parsed.data.types.flatMap(({ name, members: fullNames }) =>
    fullNames.map((fullName) => ({ type: name, fullName: fullName.trim() }))
  );
  return { path, members };
}

function parse(path: string, text: string): unknown {
  try {
    return parser.parse(text, true);
  } catch (error) {
    throw invalidManifest(path, error instanceof Error ? error.message : String(error));
  }
}

function invalidManifest(path: string, problem: string): SalesforceError {
  return new SalesforceError(400, 'INVALID_PACKAGE_MANIFEST', `Error parsing ${path}: ${problem}`);
}
