import { isObject, listOf, objectOf, textOf, type JsonObject } from './json.ts';
import { apexReservedWords } from './apex-reserved-words.ts';
import type { LintRule } from './rule.ts';
import { schemasOf } from './visit.ts';

/** Our own ceiling; the platform ends at 15 levels. */
const MAX_DEPTH = 5;
const REFUSED = [
  'oneOf',
  'anyOf',
  'allOf',
  'not',
  'discriminator',
  'additionalProperties',
  'patternProperties',
  'nullable'
];
const FORMATS: Readonly<Record<string, readonly unknown[]>> = {
  string: [undefined, 'date', 'date-time'],
  integer: [undefined, 'int32', 'int64'],
  number: ['double'],
  boolean: [undefined],
  object: [undefined],
  array: [undefined]
};

/** Rules on schemas: what becomes an Apex type that a flow can use. */
export const schemaRules: readonly LintRule[] = [
  {
    name: 'no-composition',
    check: (document) =>
      schemasOf(document).flatMap(({ where, schema }) =>
        REFUSED.filter((word) => word in schema).map((word) => `${where} uses ${word}`)
      )
  },
  {
    name: 'local-references',
    check(document) {
      const schemas = objectOf(objectOf(document.components).schemas);
      return schemasOf(document)
        .map(({ where, schema }) => ({ where, ref: textOf(schema.$ref) }))
        .filter(({ ref }) => ref !== '' && !(ref.replace('#/components/schemas/', '') in schemas))
        .map(({ where, ref }) => `${where} refers to ${ref}, which is not a component of this document`);
    }
  },
  {
    name: 'no-arrays-of-arrays',
    check: (document) =>
      schemasOf(document)
        .filter(({ schema }) => schema.type === 'array' && objectOf(schema.items).type === 'array')
        .map(({ where }) => `${where} is an array of arrays`)
  },
  {
    name: 'depth',
    check: (document) =>
      schemasOf(document)
        .filter(({ depth }) => depth > MAX_DEPTH)
        .map(({ where }) => `${where} is more than ${MAX_DEPTH} levels deep`)
  },
  {
    name: 'no-recursion',
    check(document) {
      const schemas = objectOf(objectOf(document.components).schemas);
      return Object.keys(schemas)
        .filter((name) => reaches(name, name, schemas, new Set()))
        .map((name) => `${name} contains itself`);
    }
  },
  { name: 'property-names', check: (document) => schemasOf(document).flatMap(propertyFaults) },
  {
    name: 'types',
    check: (document) =>
      schemasOf(document)
        .filter(({ schema }) => !('$ref' in schema))
        .filter(({ schema }) => !(FORMATS[textOf(schema.type)]?.includes(schema.format) ?? false))
        .map(({ where, schema }) => `${where} has the type ${String(schema.type)} ${textOf(schema.format)}`)
  },
  {
    name: 'enum-on-strings',
    check: (document) =>
      schemasOf(document)
        .filter(({ schema }) => 'enum' in schema && schema.type !== 'string')
        .map(({ where }) => `${where} is an enum but no string`)
  }
];

function propertyFaults({ where, schema }: { where: string; schema: JsonObject }): string[] {
  const names = Object.keys(objectOf(schema.properties));
  const lowered = names.map((name) => name.toLowerCase());
  return [
    ...names
      .filter((name) => !/^[A-Za-z][A-Za-z0-9]{0,39}$/.test(name))
      .map((name) => `${where}.${name} is not a name of up to 40 letters and digits`),
    ...names
      .filter((name) => apexReservedWords.has(name.toLowerCase()))
      .map((name) => `${where}.${name} is reserved`),
    ...lowered
      .filter((name, index) => lowered.indexOf(name) !== index)
      .map((name) => `${where}.${name} stands twice, letter case aside`)
  ];
}

function reaches(from: string, target: string, schemas: JsonObject, seen: Set<string>): boolean {
  if (seen.has(from)) return false;
  seen.add(from);
  const named = referencesIn(schemas[from]);
  return named.includes(target) || named.some((name) => reaches(name, target, schemas, seen));
}

function referencesIn(value: unknown): string[] {
  if (!isObject(value)) return listOf(value).flatMap(referencesIn);
  const own = textOf(value.$ref).replace('#/components/schemas/', '');
  return [...(own === '' ? [] : [own]), ...Object.values(value).flatMap(referencesIn)];
}
