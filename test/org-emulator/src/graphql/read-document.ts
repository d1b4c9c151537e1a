import {
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  parse,
  type VariableDefinitionNode
} from 'graphql';
import { z } from 'zod';
import { GraphqlFault } from './graphql-fault.ts';
import { type DocumentContext, readValue, type SelectedField, selectedFields } from './selection.ts';

/** Body of a GraphQL request. */
export const graphqlBody = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish()
});

/** The operation that a request asks for: its kind, and what it selects of the whole. */
export interface Operation {
  readonly kind: 'mutation' | 'query';
  readonly fields: readonly SelectedField[];
}

/** Reads a request. Throws GraphqlFault for wrong syntax, missing variables and unknown operations. */
export function readDocument({ query, variables, operationName }: z.infer<typeof graphqlBody>): Operation {
  const { definitions } = parseDocument(query);
  const operations = definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const fragments = definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
  const operation = chooseOperation(operations, operationName ?? undefined);
  if (operation.operation === 'subscription') {
    throw new GraphqlFault('OperationNotSupported', 'Subscriptions are not supported.');
  }
  const context: DocumentContext = {
    variables: readVariables(operation, variables ?? {}),
    fragments: new Map(fragments.map((each: FragmentDefinitionNode) => [each.name.value, each]))
  };
  return { kind: operation.operation, fields: selectedFields(context, operation.selectionSet) };
}

function parseDocument(query: string) {
  try {
    return parse(query);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const locations = (error.locations ?? []).map(({ line, column }) => ({ line, column }));
    throw new GraphqlFault('InvalidSyntax', `Invalid Syntax : ${error.message}`, [], locations);
  }
}

function chooseOperation(
  operations: readonly OperationDefinitionNode[],
  name: string | undefined
): OperationDefinitionNode {
  const found =
    name === undefined && operations.length === 1
      ? operations[0]
      : operations.find((each) => each.name?.value === name);
  if (found) return found;
  const message = name === undefined ? 'Must provide operation name.' : `Unknown operation named '${name}'.`;
  throw new GraphqlFault('ValidationError', message);
}

function readVariables(
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>
): Record<string, unknown> {
  const values = variableDefinitions.map((definition) => {
    const { variable, type } = definition;
    const name = variable.name.value;
    const value = given[name] ?? defaultOf(definition);
    if (value === null && type.kind === Kind.NON_NULL_TYPE) {
      const message = `Variable '${name}' has an invalid value: Variable '${name}' has coerced Null value for NonNull type`;
      throw new GraphqlFault('ValidationError', message);
    }
    return [name, value] as const;
  });
  return Object.fromEntries(values);
}

function defaultOf({ defaultValue }: VariableDefinitionNode): unknown {
  return defaultValue ? readValue({ variables: {}, fragments: new Map() }, defaultValue) : null;
}
