import { CalloutFault } from './callout-fault.ts';
import { type FlowValue, isSingle } from '../flow/flow-value.ts';
import { toJson } from './api-type.ts';
import type { Operation } from './openapi-document.ts';

/** An HTTP request ready to be sent, but for its authorisation. */
export interface OperationRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/**
 * Builds the request of an operation. Parameters are encoded; a required one that is null, or a part of the path that is
 * blank or a dot segment, is a fault.
 */
export function buildRequest(
  baseUrl: string,
  operation: Operation,
  given: ReadonlyMap<string, FlowValue>
): OperationRequest {
  const inputs = parametersOf(operation, given);
  for (const { name, required } of operation.parameters) {
    if (required && (inputs.get(name) ?? null) === null) {
      throw new CalloutFault(`The required parameter ${name} of ${operation.operationId} is missing.`);
    }
  }
  const path = operation.pathTemplate.replace(/\{([^}]+)\}/g, (_match, name) =>
    pathPart(operation, String(name), inputs.get(String(name)) ?? '')
  );
  const url = new URL(baseUrl.replace(/\/+$/, '') + path);
  const sent = operation.parameters.flatMap((parameter) => {
    const value = inputs.get(parameter.name);
    return value === null || value === undefined ? [] : [{ ...parameter, value }];
  });
  for (const { name, value } of sent.filter((each) => each.in === 'query'))
    url.searchParams.append(name, value);
  const headers = sent
    .filter((each) => each.in === 'header')
    .map(({ name, value }) => [name, value] as const);
  const body = bodyOf(operation, given);
  return {
    method: operation.method,
    url,
    headers: {
      Accept: operation.mediaTypes.join(', ') || '*/*',
      ...(body === undefined ? {} : { 'Content-Type': operation.body?.mediaType ?? 'application/json' }),
      ...Object.fromEntries(headers)
    },
    body
  };
}

/** Parameters as texts; null where nothing was given. */
function parametersOf(
  { parameters, operationId }: Operation,
  given: ReadonlyMap<string, FlowValue>
): ReadonlyMap<string, string | null> {
  const texts = parameters.map(({ name }) => {
    const value = given.get(name) ?? null;
    if (!isSingle(value))
      throw new CalloutFault(`The parameter ${name} of ${operationId} is no single value.`);
    return [name, value === null ? null : String(value)] as const;
  });
  return new Map(texts);
}

function bodyOf({ body, operationId }: Operation, given: ReadonlyMap<string, FlowValue>): string | undefined {
  const value = given.get('body') ?? null;
  if (body === undefined) return undefined;
  if (value === null) {
    if (body.required) throw new CalloutFault(`The required parameter body of ${operationId} is missing.`);
    return undefined;
  }
  const json = toJson(body.type, value);
  return typeof json === 'string' && !body.mediaType.includes('json') ? json : JSON.stringify(json);
}

/** `.` and `..` would be folded into the path before them, as %2E too (URL Standard, "double-dot URL path segment"). */
function pathPart({ operationId }: Operation, name: string, value: string): string {
  if (value.trim() === '') {
    throw new CalloutFault(`The required parameter ${name} of ${operationId} is missing.`);
  }
  if (value === '.' || value === '..') {
    throw new CalloutFault(
      `The parameter ${name} of ${operationId} cannot be '${value}': it stands for a folder.`
    );
  }
  return encodeURIComponent(value);
}
