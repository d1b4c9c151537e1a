import { CalloutFault } from './callout-fault.ts';
import type { Operation } from './openapi-document.ts';

/** An HTTP request ready to be sent, but for its authorisation. */
export interface OperationRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Builds the request of an operation. Parameters are encoded; a required one that is null, or a part of the path that is
 * blank or a dot segment, is a fault.
 */
export function buildRequest(
  baseUrl: string,
  operation: Operation,
  inputs: ReadonlyMap<string, string | null>
): OperationRequest {
  for (const { name, required } of operation.parameters) {
    if (required && (inputs.get(name) ?? null) === null) {
      throw new CalloutFault(`The required parameter ${name} of ${operation.operationId} is missing.`);
    }
  }
  const path = operation.pathTemplate.replace(/\{([^}]+)\}/g, (_match, name) =>
    pathPart(operation, String(name), inputs.get(String(name)) ?? '')
  );
  const url = new URL(baseUrl.replace(/\/+$/, '') + path);
  const given = operation.parameters.flatMap((parameter) => {
    const value = inputs.get(parameter.name);
    return value === null || value === undefined ? [] : [{ ...parameter, value }];
  });
  for (const { name, value } of given.filter((each) => each.in === 'query'))
    url.searchParams.append(name, value);
  const headers = given
    .filter((each) => each.in === 'header')
    .map(({ name, value }) => [name, value] as const);
  return {
    method: operation.method,
    url,
    headers: { Accept: operation.mediaTypes.join(', ') || '*/*', ...Object.fromEntries(headers) }
  };
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
