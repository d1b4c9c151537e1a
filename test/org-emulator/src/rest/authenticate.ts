import type { Request } from 'express';
import type { UserAccess } from '../access/user-access.ts';
import { SalesforceError } from '../errors/salesforce-error.ts';
import type { Org } from '../org.ts';

/** The user behind a request's `Authorization: Bearer` header or `sid` cookie. Throws INVALID_SESSION_ID. */
export function authenticate(org: Org, request: Request): UserAccess {
  const token = bearerToken(request) ?? sessionCookie(request);
  const userId = token === undefined ? undefined : org.sessions.userId(token);
  if (userId === undefined) {
    throw new SalesforceError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
  }
  return org.access.ofUser(userId);
}

function bearerToken(request: Request): string | undefined {
  return /^(?:Bearer|OAuth) (?<token>\S+)$/i.exec(request.headers.authorization ?? '')?.groups?.token;
}

function sessionCookie(request: Request): string | undefined {
  const cookie = /(?:^|;\s*)sid=(?<token>[^;]+)/.exec(request.headers.cookie ?? '')?.groups?.token;
  return cookie === undefined ? undefined : decoded(cookie);
}

/** Undefined for a `%` that starts no character: that is nobody's session. */
function decoded(cookie: string): string | undefined {
  try {
    return decodeURIComponent(cookie);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
