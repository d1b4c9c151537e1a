import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { UserAccess } from '../access/user-access.ts';
import { notFound, SalesforceError } from '../errors/salesforce-error.ts';
import type { Org } from '../org.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { isApiVersion } from './api-versions.ts';
import { authenticate } from './authenticate.ts';
import { refuse } from './http/refusals.ts';

/** A request to a resource, with the user who makes it. */
export interface RestCall {
  readonly org: Org;
  readonly access: UserAccess;
  readonly request: Request;
  /** API version as the path has it, e.g. `v66.0`. */
  readonly version: string;
}

/** What a resource answers. Without body nothing is sent but status and headers. */
export interface RestAnswer {
  readonly status: number;
  readonly body?: unknown;
  /** A body that is no JSON, and its media type. */
  readonly text?: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Makes a handler of a resource: checks the API version, authenticates, sends what the resource answers. A resource
 * that answers at once is sent at once, so that a composite request can call it inside a transaction.
 */
export function resource(
  org: Org,
  work: (call: RestCall) => RestAnswer | Promise<RestAnswer>
): RequestHandler {
  return (request, response) => {
    try {
      const version = pathParameter(request, 'version');
      if (!isApiVersion(version)) throw notFound();
      const answer = work({ org, access: authenticate(org, request), request, version });
      if (answer instanceof Promise) return answer.then((late) => send(response, late));
      send(response, answer);
    } catch (error) {
      if (!(error instanceof SalesforceError)) throw error;
      refuse(response, error);
    }
    return undefined;
  };
}

function send(
  response: Response,
  { status, body, text, type = 'text/plain', headers = {} }: RestAnswer
): void {
  response.status(status).set(headers);
  if (text !== undefined) response.type(type).send(text);
  else if (body === undefined) response.end();
  else response.json(body);
}

/** 200 with a body. */
export function ok(body: unknown): RestAnswer {
  return { status: 200, body };
}

/** A parameter of the path; empty where the route has none of that name. */
export function pathParameter(request: Request, name: string): string {
  const value = request.params[name];
  return typeof value === 'string' ? value : '';
}

/** A parameter of the query string. */
export function queryParameter(request: Request, name: string): string | undefined {
  const value = request.query[name];
  return typeof value === 'string' ? value : undefined;
}

/** The request's JSON body in the expected shape. Throws JSON_PARSER_ERROR, or 415 for a body that is no JSON. */
export function readBody<T>(request: Request, schema: z.ZodType<T>): T {
  if (request.body === undefined && request.is('json') === false) throw unsupportedMediaType(request);
  const parsed = schema.safeParse(request.body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const message = `The request body cannot be read: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`;
  throw new SalesforceError(400, 'JSON_PARSER_ERROR', message);
}

function unsupportedMediaType(request: Request): SalesforceError {
  const type = request.get('content-type') ?? '';
  return new SalesforceError(415, 'UNSUPPORTED_MEDIA_TYPE', `Content type '${type}' not supported.`);
}

/** Body of a request that carries one record's fields. */
export const recordBody = z.record(z.string(), z.unknown());

/** The object named in the path, if the user may read it. Throws NOT_FOUND. */
export function pathObject({ org, access, request }: RestCall): ObjectDefinition {
  const object = org.schema.object(pathParameter(request, 'object'));
  if (!object || !access.can('read', object)) throw notFound();
  return object;
}
