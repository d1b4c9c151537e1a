import { z } from 'zod';
import type { ApiType } from './api-type.ts';
import { dereference } from './open-api-reference.ts';
import { ApiTypeReader, UnusableSchema } from './read-api-type.ts';

/** A parameter of an operation. */
export interface OperationParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
}

/** The body of an operation's request, which flows give as the input `body`. */
export interface OperationBody {
  readonly mediaType: string;
  readonly required: boolean;
  readonly type: ApiType;
}

/** An operation of an External Service, as its OpenAPI document declares it. */
export interface Operation {
  readonly operationId: string;
  readonly method: string;
  readonly pathTemplate: string;
  readonly parameters: readonly OperationParameter[];
  readonly body: OperationBody | undefined;
  /** Declared response codes such as `200`, `4XX` and `default`. */
  readonly responseCodes: readonly string[];
  /** Types of the answers by response code; of those without content there is none. */
  readonly responseTypes: ReadonlyMap<string, ApiType>;
  /** Media types the responses are declared with. */
  readonly mediaTypes: readonly string[];
  /** Why no flow can call it; undefined where a flow can. */
  readonly notCallable: string | undefined;
}

const documentSchema = z.looseObject({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), z.unknown()))
});

const parameterSchema = z.object({
  name: z.string(),
  in: z.enum(['path', 'query', 'header'], {
    error: 'only path, query and header parameters are supported'
  }),
  required: z.boolean().default(false)
});

const contentSchema = z.record(z.string(), z.object({ schema: z.unknown() })).default({});

const operationSchema = z.object({
  operationId: z.string(),
  parameters: z.array(z.unknown()).default([]),
  requestBody: z.unknown().optional(),
  responses: z.record(z.string(), z.unknown())
});

const bodySchema = z.object({
  required: z.boolean().default(false),
  content: contentSchema
});
const responseSchema = z.object({ content: contentSchema });

const methods = new Set(['get', 'put', 'post', 'delete', 'patch']);

/**
 * Reads the operations of an OpenAPI 3.0 document (JSON). Bodies and answers that are objects become Apex-defined
 * types, as on the platform; an operation whose schemas cannot be such types is known, but no flow can call it.
 */
export function readOpenApi(json: string): Operation[] {
  const document = documentSchema.parse(JSON.parse(json));
  const types = new ApiTypeReader(document);
  return Object.entries(document.paths).flatMap(([pathTemplate, pathItem]) => {
    const shared = z.array(z.unknown()).catch([]).parse(pathItem.parameters);
    return Object.entries(pathItem)
      .filter(([method]) => methods.has(method))
      .map(([method, xml]) => {
        const operation = operationSchema.parse(xml);
        const parameters = [...shared, ...operation.parameters].map((each) =>
          parameterSchema.parse(dereference(document, each))
        );
        const head = {
          operationId: operation.operationId,
          method: method.toUpperCase(),
          pathTemplate,
          parameters
        };
        return { ...head, ...readContents(document, operation, types) };
      });
  });
}

type Contents = Pick<Operation, 'body' | 'mediaTypes' | 'notCallable' | 'responseCodes' | 'responseTypes'>;

function readContents(
  document: unknown,
  operation: z.infer<typeof operationSchema>,
  types: ApiTypeReader
): Contents {
  const problems: string[] = [];
  const attempt = (what: string, node: unknown, name: string): ApiType | undefined => {
    try {
      return types.read(node, name);
    } catch (error) {
      if (!(error instanceof UnusableSchema)) throw error;
      problems.push(`its ${what} ${error.message}`);
      return undefined;
    }
  };
  const { operationId } = operation;
  const responses = Object.entries(operation.responses).map(
    ([code, response]) => [code, responseSchema.parse(dereference(document, response)).content] as const
  );
  const responseTypes = responses.flatMap(([code, content]) => {
    const [declared] = Object.values(content);
    const type = declared && attempt(`response ${code}`, declared.schema, `${operationId}_OUT_${code}`);
    return type ? [[code, type] as const] : [];
  });
  return {
    body: readBody(document, operation, attempt),
    responseCodes: responses.map(([code]) => code),
    responseTypes: new Map(responseTypes),
    mediaTypes: [...new Set(responses.flatMap(([, content]) => Object.keys(content)))],
    notCallable: problems[0]
  };
}

function readBody(
  document: unknown,
  { operationId, requestBody }: z.infer<typeof operationSchema>,
  attempt: (what: string, node: unknown, name: string) => ApiType | undefined
): OperationBody | undefined {
  if (requestBody === undefined) return undefined;
  const { content, required } = bodySchema.parse(dereference(document, requestBody));
  const [first] = Object.entries(content);
  if (!first) return undefined;
  const [mediaType, { schema }] = first;
  const type = attempt('request body', schema, `${operationId}_IN_body`);
  return type && { mediaType, required, type };
}
