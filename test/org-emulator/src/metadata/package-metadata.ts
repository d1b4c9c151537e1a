import { existsSync } from 'node:fs';
import { type CustomFieldMetadata, readCustomField } from './custom-field.ts';
import { readCustomLabels } from './custom-labels.ts';
import { type CustomObjectMetadata, readCustomObject } from './custom-object.ts';
import { type ExternalCredentialMetadata, readExternalCredential } from './external-credential.ts';
import {
  type ExternalServiceRegistrationMetadata,
  readExternalServiceRegistration
} from './external-service-registration.ts';
import { type FlowMetadata, readFlow } from './flow.ts';
import { MetadataLoadError, ProblemList } from './load-error.ts';
import { type NamedCredentialMetadata, readNamedCredential } from './named-credential.ts';
import { type PermissionSetMetadata, readPermissionSet } from './permission-set.ts';
import { findSourceFiles, type SourceFile } from './source-files.ts';

/** Everything of a package that the local org gives effect to, by component name. */
export interface PackageMetadata {
  readonly objects: ReadonlyMap<string, CustomObjectMetadata>;
  readonly fields: readonly CustomFieldMetadata[];
  readonly permissionSets: ReadonlyMap<string, PermissionSetMetadata>;
  readonly flows: ReadonlyMap<string, FlowMetadata>;
  readonly namedCredentials: ReadonlyMap<string, NamedCredentialMetadata>;
  readonly externalCredentials: ReadonlyMap<string, ExternalCredentialMetadata>;
  readonly registrations: ReadonlyMap<string, ExternalServiceRegistrationMetadata>;
  readonly labels: ReadonlyMap<string, string>;
  /** Files of metadata types that have no effect here (pages, tabs, components): reported, never hidden. */
  readonly withoutEffect: readonly string[];
}

const suffixesWithEffect = new Set([
  'object',
  'field',
  'permissionset',
  'flow',
  'namedCredential',
  'externalCredential',
  'externalServiceRegistration',
  'labels'
]);

/** Reads a source-format package directory. Throws MetadataLoadError with every problem found. */
export function readPackage(packageDirectory: string): PackageMetadata {
  if (!existsSync(packageDirectory)) {
    throw new MetadataLoadError([
      { file: packageDirectory, component: 'package', problem: 'the directory does not exist' }
    ]);
  }
  const files = findSourceFiles(packageDirectory);
  const problems = new ProblemList();
  const read = <T>(suffix: string, reader: (file: SourceFile) => T): T[] =>
    files
      .filter((file) => file.suffix === suffix)
      .flatMap((file) => problems.collect(() => [reader(file)]) ?? []);

  const metadata: PackageMetadata = {
    objects: byName(read('object', readCustomObject), problems),
    fields: read('field', readCustomField),
    permissionSets: byName(read('permissionset', readPermissionSet), problems),
    flows: byName(read('flow', readFlow), problems),
    namedCredentials: byName(read('namedCredential', readNamedCredential), problems),
    externalCredentials: byName(read('externalCredential', readExternalCredential), problems),
    registrations: byName(read('externalServiceRegistration', readExternalServiceRegistration), problems),
    labels: new Map(read('labels', readCustomLabels).flatMap((labels) => [...labels])),
    withoutEffect: files.filter((file) => !suffixesWithEffect.has(file.suffix)).map((file) => file.shownPath)
  };
  problems.throwIfAny();
  return metadata;
}

interface Component {
  readonly fullName: string;
  readonly file: SourceFile;
}

function byName<T extends Component>(components: readonly T[], problems: ProblemList): Map<string, T> {
  const named = new Map<string, T>();
  for (const component of components) {
    const other = named.get(component.fullName);
    if (other) {
      problems.add(
        component.file.shownPath,
        component.fullName,
        `is also defined in ${other.file.shownPath}`
      );
    }
    named.set(component.fullName, component);
  }
  return named;
}
