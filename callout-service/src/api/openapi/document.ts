import type { Role } from '../auth/role.ts';
import type { OperationDefinition, PathParameter } from '../operations/definition.ts';
import { operationDefinitions } from '../operations/definitions.ts';

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
  for (const definition of operationDefinitions.filter((each) => each.role === role)) {
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
    paths
  };
}

function describeOperation(definition: OperationDefinition): OpenApiOperation {
  return {
    operationId: definition.operationId,
    summary: definition.summary,
    description: definition.description,
    parameters: definition.pathParameters.map(describePathParameter),
    responses: {
      '200': textResponse('The answer'),
      '4XX': textResponse('The request, the caller or the key is at fault'),
      '5XX': textResponse('Sage or the service cannot answer')
    }
  };
}

function describePathParameter({ name, description }: PathParameter): object {
  return { name, in: 'path', required: true, description, schema: { type: 'string' } };
}

/** A string for the flow, which hands it on untouched: the types generated for JSON fail in namespaced packages. */
function textResponse(description: string): object {
  return { description, content: { 'text/plain': { schema: { type: 'string' } } } };
}
