import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { flowHead, flowSchema } from '../metadata/flow.ts';
import { elementKinds } from './element-kinds.ts';
import { resourceSchemas } from './load-flow.ts';
import { startSchema } from './start/start-definition.ts';

/** The Metadata API's types as Salesforce's own npm package declares them. */
const declarations = ts.createSourceFile(
  'metadata.d.ts',
  readFileSync(
    createRequire(import.meta.url)
      .resolve('@salesforce/types/metadata')
      .replace(/\.js$/, '.d.ts'),
    'utf8'
  ),
  ts.ScriptTarget.Latest
);
const declared = new Map(
  declarations.statements.filter(ts.isTypeAliasDeclaration).map(({ name, type }) => [name.text, type])
);

interface Property {
  /** Name of the type, without what makes it a list. */
  readonly type: string;
  readonly isList: boolean;
}

/** Properties of a declared type with those it inherits; undefined for what is no object. */
function propertiesOf(typeName: string): ReadonlyMap<string, Property> | undefined {
  const type = declared.get(typeName);
  const found = new Map<string, Property>();
  const visit = (node: ts.TypeNode): void => {
    if (ts.isIntersectionTypeNode(node)) node.types.forEach(visit);
    if (ts.isTypeReferenceNode(node)) {
      for (const [name, each] of propertiesOf(node.typeName.getText(declarations)) ?? [])
        found.set(name, each);
    }
    if (!ts.isTypeLiteralNode(node)) return;
    for (const member of node.members.filter(ts.isPropertySignature)) {
      const text = member.type?.getText(declarations) ?? '';
      found.set(member.name.getText(declarations), {
        type: text.replace('[]', ''),
        isList: text.endsWith('[]')
      });
    }
  };
  if (type) visit(type);
  return found.size > 0 ? found : undefined;
}

/** Values of a declared enum, or undefined. */
function valuesOf(typeName: string): readonly string[] | undefined {
  const type = declared.get(typeName);
  if (!type || !ts.isUnionTypeNode(type)) return undefined;
  return type.types.flatMap((each) =>
    ts.isLiteralTypeNode(each) && ts.isStringLiteral(each.literal) ? [each.literal.text] : []
  );
}

const jsonSchema = z.looseObject({
  properties: z.record(z.string(), z.unknown()).optional(),
  additionalProperties: z.unknown().optional(),
  items: z.unknown().optional(),
  enum: z.array(z.unknown()).optional()
});

/** What a schema of ours knows that the declared type has not, and enum values that are refused without their name. */
function differences(ours: z.ZodType, typeName: string): string[] {
  const problems: string[] = [];
  const visit = (node: unknown, type: string, path: readonly string[], lists: readonly boolean[]): void => {
    const { properties, items, enum: values, additionalProperties } = jsonSchema.parse(node);
    const where = [typeName, ...path].join('.');
    const theirs = propertiesOf(type);
    if (items !== undefined) visit(items, type, path, lists);
    const enumeration = valuesOf(type);
    if (values && enumeration) {
      for (const value of values.filter((each) => !enumeration.includes(String(each)))) {
        problems.push(`${where}: there is no value ${String(value)}`);
      }
      for (const value of enumeration.filter((each) => !values.includes(each))) {
        if (!refusal(ours, path, lists, value).includes(value))
          problems.push(`${where}: ${value} is not refused by name`);
      }
    }
    if (!properties || !theirs) return;
    if (additionalProperties !== false) problems.push(`${where}: takes what it does not know`);
    for (const [name, property] of Object.entries(properties)) {
      const declaredProperty = theirs.get(name);
      if (!declaredProperty) problems.push(`${where}: there is no property ${name}`);
      else visit(property, declaredProperty.type, [...path, name], [...lists, declaredProperty.isList]);
    }
  };
  visit(z.toJSONSchema(ours, { io: 'input', unrepresentable: 'any' }), typeName, [], []);
  return problems;
}

/** What is said of a value that stands at a path. */
function refusal(
  schema: z.ZodType,
  path: readonly string[],
  lists: readonly boolean[],
  value: string
): string {
  const given = path.reduceRight<unknown>(
    (inner, name, index) => ({ [name]: lists[index] === true ? [inner] : inner }),
    value
  );
  const issues = schema.safeParse(given).error?.issues ?? [];
  const names = (issue: z.core.$ZodIssue) => issue.path.filter((part) => typeof part === 'string').join('.');
  return issues
    .filter((issue) => names(issue) === path.join('.'))
    .map(({ message }) => message)
    .join(' ');
}

/** In files of older API versions; the package declares the newest. */
const older = [
  'FlowActionCall: there is no property versionSegment',
  'FlowScreen.actions: there is no property versionSegment'
];

const flowProperties = propertiesOf('Flow') ?? new Map<string, Property>();
const known = new Map<string, z.ZodType>([
  ...elementKinds.map(({ kind, schema }) => [kind, schema] as const),
  ...resourceSchemas,
  ['start', startSchema]
]);

describe('flows, compared with the types of the Metadata API that Salesforce publishes', () => {
  it('when the types are read, then they are those of flows', () => {
    expect(flowProperties.size).toBeGreaterThan(50);
    expect(valuesOf('FlowTriggerType')).toContain('RecordAfterSave');
  });

  it.each([...known])(
    'when %s are read, then all that is known of them is declared, the rest refused by name',
    (kind, schema) => {
      const type = flowProperties.get(kind)?.type ?? '';
      expect(propertiesOf(type)).toBeDefined();
      expect(differences(schema, type).filter((each) => !older.includes(each))).toEqual([]);
    }
  );

  it.each([...flowProperties].filter(([name]) => !known.has(name)))(
    'when a flow has %s, then it is known or refused by name',
    (name, { isList }) => {
      const head = { label: 'L', status: 'Active', processType: 'Flow' };
      const read = flowSchema.safeParse({ ...head, [name]: isList ? [{ name: 'X' }, { name: 'Y' }] : 'x' });
      const isHead = name in flowHead;
      // What passes as a list of elements is a kind that the runtime then refuses, as it does all it does not run.
      if (read.success) expect(isHead || isList).toBe(true);
      else expect(read.error.issues.map(({ path }) => path[0])).toContain(name);
    }
  );

  it('when the head of a flow is read, then all that is known of it is declared', () => {
    expect(Object.keys(flowHead).filter((name) => !flowProperties.has(name))).toEqual([]);
  });
});
