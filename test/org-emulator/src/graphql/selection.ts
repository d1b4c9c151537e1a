import {
  type ArgumentNode,
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
  type ValueNode
} from 'graphql';
import { GraphqlFault, type Location } from './graphql-fault.ts';

/** Values that came beside the document, and its fragments. */
export interface DocumentContext {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** A field that was selected, with its arguments worked out. */
export interface SelectedField {
  /** Key in the answer: the alias, or the name. */
  readonly key: string;
  readonly name: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly fields: readonly SelectedField[];
  /** Whether it may be left out when the user cannot see it (`@optional`). */
  readonly optional: boolean;
  readonly locations: readonly Location[];
}

/** The fields of a selection set: fragments spread, skipped fields left out, same keys merged. */
export function selectedFields(context: DocumentContext, set: SelectionSetNode | undefined): SelectedField[] {
  const byKey = new Map<string, SelectedField>();
  for (const field of flatten(context, set)) {
    const known = byKey.get(field.key);
    byKey.set(field.key, known ? { ...known, fields: mergeFields(known.fields, field.fields) } : field);
  }
  return [...byKey.values()];
}

function mergeFields(a: readonly SelectedField[], b: readonly SelectedField[]): SelectedField[] {
  const added = b.filter((field) => !a.some(({ key }) => key === field.key));
  const merged = a.map((field) => {
    const twin = b.find(({ key }) => key === field.key);
    return twin ? { ...field, fields: mergeFields(field.fields, twin.fields) } : field;
  });
  return [...merged, ...added];
}

function flatten(context: DocumentContext, set: SelectionSetNode | undefined): SelectedField[] {
  return (set?.selections ?? []).flatMap((selection) => {
    if (!isIncluded(context, selection.directives)) return [];
    switch (selection.kind) {
      case Kind.FIELD:
        return [readField(context, selection)];
      case Kind.INLINE_FRAGMENT:
        return flatten(context, selection.selectionSet);
      case Kind.FRAGMENT_SPREAD: {
        const fragment = context.fragments.get(selection.name.value);
        if (fragment) return flatten(context, fragment.selectionSet);
        throw new GraphqlFault('ValidationError', `Undefined fragment ${selection.name.value}`);
      }
    }
  });
}

function readField(context: DocumentContext, node: FieldNode): SelectedField {
  return {
    key: (node.alias ?? node.name).value,
    name: node.name.value,
    arguments: readArguments(context, node.arguments),
    fields: selectedFields(context, node.selectionSet),
    optional: (node.directives ?? []).some(({ name }) => name.value === 'optional'),
    locations: node.loc ? [{ line: node.loc.startToken.line, column: node.loc.startToken.column }] : []
  };
}

function isIncluded(context: DocumentContext, directives: readonly DirectiveNode[] = []): boolean {
  return directives.every(({ name, arguments: given }) => {
    const condition = readArguments(context, given).if;
    if (name.value === 'skip') return condition !== true;
    return name.value !== 'include' || condition === true;
  });
}

function readArguments(
  context: DocumentContext,
  given: readonly ArgumentNode[] = []
): Record<string, unknown> {
  return Object.fromEntries(given.map(({ name, value }) => [name.value, readValue(context, value)]));
}

/** A literal or variable as plain JSON. */
export function readValue(context: DocumentContext, node: ValueNode): unknown {
  switch (node.kind) {
    case Kind.VARIABLE:
      return context.variables[node.name.value];
    case Kind.NULL:
      return null;
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    case Kind.LIST:
      return node.values.map((each) => readValue(context, each));
    case Kind.OBJECT:
      return Object.fromEntries(
        node.fields.map(({ name, value }) => [name.value, readValue(context, value)])
      );
    default:
      return node.value;
  }
}
