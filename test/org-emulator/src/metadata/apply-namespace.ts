import { type OwnNames, ownNames } from './own-names.ts';
import type { SourceFile } from './source-files.ts';

/** Gives the names of a package the prefix that they have where it is installed. */
export interface Namespace {
  /** Text in which own objects, fields, events and relationships have their prefix, such as a seed. */
  readonly text: (text: string) => string;
  /** A component's name with its prefix; names that are not the package's come back as they are. */
  readonly name: (suffix: string, name: string) => string;
  readonly files: (files: readonly SourceFile[]) => SourceFile[];
}

/** For a package without a namespace: changes nothing. */
export const noNamespace: Namespace = {
  text: (text) => text,
  name: (_suffix, name) => name,
  files: (files) => [...files]
};

/** Elements that name a component, with the file suffix of what they name. */
const references: Readonly<Record<string, readonly string[]>> = {
  actionName: ['externalServiceRegistration', 'flow'],
  customPermission: ['customPermission'],
  externalCredential: ['externalCredential'],
  externalCredentialPrincipal: ['externalCredential'],
  flow: ['flow'],
  flowName: ['flow'],
  namedCredential: ['namedCredential'],
  namedCredentialReference: ['namedCredential'],
  valueSetName: ['globalValueSet']
};

/** Elements that name something of the package only in files of one suffix. */
const referencesIn: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  permissionset: { name: ['customPermission'] },
  labels: { fullName: ['label'] },
  recordType: { fullName: ['recordType'] },
  listView: { fullName: ['listView'] }
};

/**
 * The names of a package as a subscriber's org has them: `ns__Field__c`, `ns__Flow`, `$Label.ns__Text` (Second-
 * Generation Managed Packaging Developer Guide, "Namespaces"). Works on the files' text, so that every part of
 * the local org reads the same names and knows nothing of how they came about. Throws an Error for a prefix that no
 * namespace can have.
 */
export function namespaceOf(prefix: string, files: readonly SourceFile[]): Namespace {
  if (!/^[A-Za-z](?:_?[A-Za-z0-9]){0,14}$/.test(prefix)) {
    throw new Error(
      `'${prefix}' cannot be a namespace: up to 15 letters and digits, beginning with a letter`
    );
  }
  const own = ownNames(files);
  const prefixed = (name: string) => `${prefix}__${name}`;
  const name = (suffix: string, given: string) =>
    own.plain.get(suffix)?.has(given) === true ? prefixed(given) : given;
  const text = (given: string) => withSuffixedNames(given, own, prefixed);
  return {
    text,
    name,
    files: (given) => given.map((file) => namespacedFile(file, { text, name, prefixed }))
  };
}

const suffixedName = /(?<!\w)[A-Za-z]\w*?__(?:ChangeEvent|History|Share|c|chn|e|mdt|r)(?!\w)/g;

function withSuffixedNames(text: string, own: OwnNames, prefixed: (name: string) => string): string {
  return text.replace(suffixedName, (name) => (own.suffixed.has(name) ? prefixed(name) : name));
}

interface Renaming extends Pick<Namespace, 'name' | 'text'> {
  readonly prefixed: (name: string) => string;
}

function namespacedFile(file: SourceFile, renaming: Renaming): SourceFile {
  return {
    ...file,
    fullName: namespacedName(file, renaming),
    objectName: file.objectName === undefined ? undefined : renaming.text(file.objectName),
    text: namespacedText(file, renaming)
  };
}

function namespacedName({ suffix, fullName }: SourceFile, { text, name, prefixed }: Renaming): string {
  if (suffix === 'md') return fullName.split('.').map(prefixed).join('.');
  if (suffix === 'report' || suffix === 'reportFolder') return fullName.split('/').map(prefixed).join('/');
  if (suffix === 'labels') return fullName;
  return name(suffix, text(fullName));
}

function namespacedText(file: SourceFile, renaming: Renaming): string {
  const { suffix } = file;
  // The OpenAPI document of a registration is not the package's naming.
  const text = suffix === 'externalServiceRegistration' ? file.text : renaming.text(file.text);
  const inFile = { ...references, ...referencesIn[suffix] };
  const withElements = text.replace(
    /<(?<element>\w+)>(?<before>\s*)(?<head>\w+)(?<rest>[.-][^<]*)?(?<after>\s*)<\/\k<element>>/g,
    (
      whole: string,
      element: string,
      before: string,
      head: string,
      rest: string | undefined,
      after: string
    ) => {
      const kinds = inFile[element];
      if (element === 'recordType' && suffix === 'permissionset') {
        return `<${element}>${before}${head}.${renaming.name('recordType', rest?.slice(1) ?? '')}${after}</${element}>`;
      }
      if (element === 'relationshipName') return `<${element}>${renaming.prefixed(head)}</${element}>`;
      const kind = kinds?.find((each) => renaming.name(each, head) !== head);
      return kind === undefined
        ? whole
        : `<${element}>${before}${renaming.name(kind, head)}${rest ?? ''}${after}</${element}>`;
    }
  );
  return withGlobals(withServiceTypes(withElements, renaming), renaming);
}

/** Names of the classes that Salesforce makes of an External Service's types: `ExternalService__Registration_Type`. */
function withServiceTypes(text: string, { name }: Renaming): string {
  return text.replace(/\bExternalService__(\w+)/g, (whole, rest: string) => {
    const parts = rest.split('_');
    const registrations = parts.map((_part, index) => parts.slice(0, index + 1).join('_'));
    const own = registrations.find((each) => name('externalServiceRegistration', each) !== each);
    if (own === undefined) return whole;
    return `ExternalService__${name('externalServiceRegistration', own)}${rest.slice(own.length)}`;
  });
}

/** `$Label.X`, `$Permission.X` and the records in `$CustomMetadata.Type__mdt.X`. */
function withGlobals(text: string, { name }: Renaming): string {
  return text
    .replace(/\$Label\.(\w+)/g, (_all, label: string) => `$Label.${name('label', label)}`)
    .replace(/\$Permission\.(\w+)/g, (_all, own: string) => `$Permission.${name('customPermission', own)}`)
    .replace(
      /(\$CustomMetadata\.\w+)\.(\w+)/g,
      (_all, type: string, record: string) => `${type}.${name('md', record)}`
    );
}
