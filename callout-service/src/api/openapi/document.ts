import type { Role } from '../auth/role.ts';
import type { NamedObject, OperationDefinition, OperationParameter } from '../operations/definition.ts';
import { operationDefinitions } from '../operations/definitions/index.ts';
import { componentOf } from './component.ts';

/** The part of OpenAPI 3.0.3 that our documents use. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, unknown>> };
}

/** One operation of a document. */
export interface OpenApiOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly unknown[];
  readonly requestBody?: unknown;
  readonly responses: Readonly<Record<string, unknown>>;
}

/** Version of the API: its major part is the `v1` of the paths. */
const API_VERSION = '1.0.0';

const titles: Readonly<Record<Role, string>> = {
  reader: 'Sage 100 inquiries',
  writer: 'Sage 100 orders',
  admin: 'Ledger Bridge administration'
};

/**
 * The document of one role. There is one for each, since an External Service registration belongs to one named
 * credential, and a named credential to one role.
 */
export function buildDocument(role: Role): OpenApiDocument {
  const paths: Record<string, Record<string, OpenApiOperation>> = {};
  const definitions = operationDefinitions.filter((each) => each.role === role);
  for (const definition of definitions) {
    paths[definition.path] = {
      ...paths[definition.path],
      [definition.method]: describeOperation(definition)
    };
  }
  return {
    openapi: '3.0.3',
    info: {
      title: titles[role],
      version: API_VERSION,
      description:
        'Callout service of Ledger Bridge for Sage 100. Calls carry a JWT of an external credential.'
    },
    paths,
    ...componentsOf(definitions)
  };
}

function componentsOf(definitions: readonly OperationDefinition[]): Pick<OpenApiDocument, 'components'> {
  const named = definitions.flatMap(({ body, answer }): NamedObject[] => [
    ...(body ? [body] : []),
    ...(answer.form === 'json' ? [answer] : [])
  ]);
  if (named.length === 0) return {};
  const schemas = Object.fromEntries(named.map(({ name, schema }) => [name, componentOf(schema)]));
  return { components: { schemas } };
}

function describeOperation(definition: OperationDefinition): OpenApiOperation {
  return {
    operationId: definition.operationId,
    summary: definition.summary,
    description: definition.description,
    parameters: definition.parameters.map(describeParameter),
    ...(definition.body && { requestBody: describeBody(definition.body) }),
    responses: {
      '200': definition.answer.form === 'json' ? jsonResponse(definition.answer) : textResponse('The answer'),
      '4XX': textResponse('The request, the caller or the key is at fault'),
      '5XX': textResponse('Sage or the service cannot answer')
    }
  };
}

function describeParameter({ type, ...parameter }: OperationParameter): object {
  const format = { integer: { format: 'int32' }, number: { format: 'double' }, string: {} }[type];
  return { ...parameter, schema: { type, ...format } };
}

function describeBody({ name }: NamedObject): object {
  return { required: true, content: { 'application/json': { schema: reference(name) } } };
}

function jsonResponse({ name }: NamedObject): object {
  return { description: 'The answer', content: { 'application/json': { schema: reference(name) } } };
}

function reference(name: string): object {
  return { $ref: `#/components/schemas/${name}` };
}

/** A string for the flow, which hands it on untouched: the types generated for JSON fail in namespaced packages. */
function textResponse(description: string): object {
  return { description, content: { 'text/plain': { schema: { type: 'string' } } } };
}
