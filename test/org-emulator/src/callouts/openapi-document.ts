import { z } from 'zod';

/** A parameter of an operation. */
export interface OperationParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
}

/** An operation of an External Service, as its OpenAPI document declares it. */
export interface Operation {
  readonly operationId: string;
  readonly method: string;
  readonly pathTemplate: string;
  readonly parameters: readonly OperationParameter[];
  /** Declared response codes such as `200`, `4XX` and `default`. */
  readonly responseCodes: readonly string[];
  /** Media types the responses are declared with. */
  readonly mediaTypes: readonly string[];
  /** Why a flow of the local org cannot call it; undefined for operations of texts, which all pages use. */
  readonly notCallable: string | undefined;
}

const documentSchema = z.looseObject({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), z.unknown()))
});

const parameterSchema = z.object({
  name: z.string(),
  in: z.enum(['path', 'query', 'header'], { error: 'only path, query and header parameters are supported' }),
  required: z.boolean().default(false)
});

const operationSchema = z.object({
  operationId: z.string(),
  parameters: z.array(z.unknown()).default([]),
  requestBody: z.unknown().optional(),
  responses: z.record(z.string(), z.unknown())
});

const textContent = z.object({ schema: z.looseObject({ type: z.literal('string') }) });
const responseSchema = z.object({
  content: z
    .record(
      z.string(),
      z.unknown().transform((content) => textContent.safeParse(content).success)
    )
    .default({})
});

const methods = new Set(['get', 'put', 'post', 'delete', 'patch']);

/**
 * Reads the operations of an OpenAPI 3.0 document (JSON). The platform makes Apex types of request bodies and of responses
 * that are no text; the local org has none, so operations with them are known, but no flow can call them.
 */
export function readOpenApi(json: string): Operation[] {
  const document = documentSchema.parse(JSON.parse(json));
  return Object.entries(document.paths).flatMap(([pathTemplate, pathItem]) => {
    const shared = z.array(z.unknown()).catch([]).parse(pathItem.parameters);
    return Object.entries(pathItem)
      .filter(([method]) => methods.has(method))
      .map(([method, operation]) => readOperation(document, pathTemplate, method, operation, shared));
  });
}

function readOperation(
  document: unknown,
  pathTemplate: string,
  method: string,
  xml: unknown,
  shared: readonly unknown[]
): Operation {
  const operation = operationSchema.parse(xml);
  const responses = Object.entries(operation.responses).map(
    ([code, response]) => [code, responseSchema.parse(dereference(document, response))] as const
  );
  return {
    operationId: operation.operationId,
    method: method.toUpperCase(),
    pathTemplate,
    parameters: [...shared, ...operation.parameters].map((each) =>
      parameterSchema.parse(dereference(document, each))
    ),
    responseCodes: responses.map(([code]) => code),
    mediaTypes: [...new Set(responses.flatMap(([, { content }]) => Object.keys(content)))],
    notCallable: reasonNotCallable(operation.requestBody, responses)
  };
}

type Response = readonly [code: string, z.infer<typeof responseSchema>];

function reasonNotCallable(requestBody: unknown, responses: readonly Response[]): string | undefined {
  if (requestBody !== undefined) return 'it takes a request body, which needs an Apex-defined type';
  const typed = responses.find(([, { content }]) => Object.values(content).includes(false));
  return typed && `its response ${typed[0]} is an object, which needs an Apex-defined type`;
}

const referenceSchema = z.object({ $ref: z.string().startsWith('#/') });

/** Follows `$ref` inside the document. */
function dereference(document: unknown, node: unknown): unknown {
  const reference = referenceSchema.safeParse(node);
  if (!reference.success) return node;
  return reference.data.$ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, key) => z.record(z.string(), z.unknown()).parse(at)[key], document);
}
