import {
  type ComponentName,
  listComponents,
  type ListedComponent,
  mergeMetadata,
  type PathAndText,
  readComponents,
  removeComponents
} from '../metadata/deployable-package.ts';
import { MetadataLoadError } from '../metadata/load-error.ts';
import type { PackageMetadata } from '../metadata/package-metadata.ts';
import type { Org } from '../org.ts';
import { isNamedItself, manifestProblems } from './check-manifest.ts';
import { ComponentMessages } from './component-messages.ts';
import { readDeployedZip } from './deployed-zip.ts';
import type { ComponentMessage, Deployment, DeployOutcome } from './deployment.ts';
import { locateProblem } from './locate-problem.ts';
import { type Manifest, type Manifests, readManifests } from './manifest.ts';

type DeployedOrg = Pick<Org, 'clock' | 'deploy' | 'metadata' | 'validate'>;

/**
 * Turns a deployment into what is deployed, all of it or nothing; a validation only finds out whether that can be.
 * Throws SalesforceError for a zip file or a manifest that cannot be read.
 */
export function runDeployment(org: DeployedOrg, { zip, options }: Deployment): DeployOutcome {
  const files = readDeployedZip(zip);
  const manifests = readManifests(files);
  const messages = new ComponentMessages(org.clock.now().toISOString(), listComponents(org.metadata));
  const attempt = { files, messages, known: [] };
  try {
    const added = readComponents(files);
    const contained = listComponents(added);
    const unfit = manifestProblems(manifests.package.members, contained, options.allowMissingFiles);
    if (unfit.length > 0) {
      return {
        successes: [],
        failures: unfit.map(({ component: { type, fullName, file }, problem }) =>
          messages.failed({ componentType: type, fullName, problem }, file)
        )
      };
    }
    return become(org, options.checkOnly, { ...attempt, manifests, added, contained });
  } catch (error) {
    if (!(error instanceof MetadataLoadError)) throw error;
    return failedOutcome(error, attempt);
  }
}

interface Attempt {
  readonly files: readonly PathAndText[];
  readonly messages: ComponentMessages;
  /** Components that could be read. */
  readonly known: readonly ListedComponent[];
}

interface ReadDeployment extends Attempt {
  readonly contained: readonly ListedComponent[];
  readonly manifests: Manifests;
  readonly added: PackageMetadata;
}

/** Puts the whole of what would then be deployed in place, or has it checked. */
function become(org: DeployedOrg, checkOnly: boolean, deployment: ReadDeployment): DeployOutcome {
  const { manifests, added, contained, messages } = deployment;
  const named = manifests.package.members;
  const before = removeAll(org.metadata, manifests.destructivePre, messages);
  const merged = mergeMetadata(before.metadata, withNamedObjects(added, named));
  const after = removeAll(merged, manifests.destructivePost, messages);
  const shown = contained.filter(
    ({ type, fullName }) => type !== 'CustomObject' || isNamedItself({ type, fullName }, named)
  );
  const successes = [
    messages.manifest(manifests.package.path),
    ...shown.map((component) => messages.deployed(component)),
    ...before.deletions,
    ...after.deletions
  ];
  try {
    if (checkOnly) org.validate(after.metadata);
    else org.deploy(after.metadata);
    return { successes, failures: [] };
  } catch (error) {
    if (!(error instanceof MetadataLoadError)) throw error;
    const { failures } = failedOutcome(error, { ...deployment, known: listComponents(after.metadata) });
    const failed = new Set(failures.map(keyOf));
    return { successes: successes.filter((each) => !failed.has(keyOf(each))), failures };
  }
}

/** An object's own properties are deployed only where the manifest names the object, and not just a part of it. */
function withNamedObjects(added: PackageMetadata, named: readonly ComponentName[]): PackageMetadata {
  const objects = [...added.objects].filter(([fullName]) =>
    isNamedItself({ type: 'CustomObject', fullName }, named)
  );
  return { ...added, objects: new Map(objects) };
}

function removeAll(
  metadata: PackageMetadata,
  manifests: readonly Manifest[],
  messages: ComponentMessages
): { metadata: PackageMetadata; deletions: ComponentMessage[] } {
  let left = metadata;
  const deletions: ComponentMessage[] = [];
  for (const { path, members } of manifests) {
    const removal = removeComponents(left, members);
    left = removal.metadata;
    for (const member of members) {
      const isMissing = removal.missing.includes(member);
      deletions.push(isMissing ? messages.nothingToDelete(member, path) : messages.deleted(member, path));
    }
  }
  return { metadata: left, deletions };
}

function failedOutcome(error: MetadataLoadError, { files, messages, known }: Attempt): DeployOutcome {
  const failures = error.problems.map((problem) =>
    messages.failed(locateProblem(problem, files, known), problem.file)
  );
  return { successes: [], failures };
}

function keyOf({ componentType, fullName }: ComponentMessage): string {
  return `${componentType}:${fullName}`;
}
