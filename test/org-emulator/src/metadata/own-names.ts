import type { SourceFile } from './source-files.ts';

/** Names that a package gives, without prefix. */
export interface OwnNames {
  /** Names with a suffix that says what they are: objects, fields, events, relationships, channels, report types. */
  readonly suffixed: ReadonlySet<string>;
  /** Names of other components by the suffix of their files; labels and record types stand under `label` and `recordType`. */
  readonly plain: ReadonlyMap<string, ReadonlySet<string>>;
}

/** All names of a package's files. */
export function ownNames(files: readonly SourceFile[]): OwnNames {
  const suffixed = new Set(files.flatMap(suffixedNames));
  const plain = new Map<string, Set<string>>();
  for (const file of files) {
    for (const [kind, name] of plainNames(file)) {
      const names = plain.get(kind) ?? new Set();
      plain.set(kind, names.add(name));
    }
  }
  return { suffixed, plain };
}

const nameElements = /<fullName>\s*([^<\s]+)\s*<\/fullName>/g;
const relationshipElements = /<relationshipName>\s*(\w+)\s*<\/relationshipName>/g;

function suffixedNames({ suffix, fullName, text }: SourceFile): string[] {
  const custom = (name: string) => /__[a-z]+$/.test(name);
  switch (suffix) {
    case 'object':
      return [fullName, ...found(text, nameElements)].filter(custom).flatMap(variants);
    case 'field':
      if (!custom(fullName)) return [];
      return [...variants(fullName), ...found(text, relationshipElements).map((name) => `${name}__r`)];
    case 'platformEventChannel':
      return [fullName];
    case 'reportType':
      return [`${fullName}__c`];
    default:
      return [];
  }
}

/** A custom object or field has its relationship, its change event and its share, too. */
function variants(fullName: string): string[] {
  if (!fullName.endsWith('__c')) return [fullName];
  const base = fullName.slice(0, -'__c'.length);
  return ['c', 'r', 'ChangeEvent', 'Share', 'History'].map((suffix) => `${base}__${suffix}`);
}

function plainNames({ suffix, fullName, text }: SourceFile): [string, string][] {
  switch (suffix) {
    case 'object':
    case 'field':
    case 'platformEventChannel':
    case 'standardValueSet':
      return [];
    case 'labels':
      return found(text, nameElements).map((name) => ['label', name]);
    case 'md':
      return [['md', fullName.split('.')[1] ?? '']];
    case 'report':
    case 'reportFolder':
      return fullName.split('/').map((name) => ['report', name]);
    default:
      return [[suffix, fullName]];
  }
}

function found(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, name]) => name ?? []);
}
