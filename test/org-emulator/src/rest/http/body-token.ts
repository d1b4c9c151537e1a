import type { Request } from 'express';

const tokens = new WeakMap<Request, string>();

/** Remembers the session that stands in a request's body, as in SOAP, for the request log. */
export function noteTokenInBody(request: Request, token: string): void {
  tokens.set(request, token);
}

/** The session that a request's body named, valid or not; undefined before it was read. */
export function tokenInBody(request: Request): string | undefined {
  return tokens.get(request);
}
