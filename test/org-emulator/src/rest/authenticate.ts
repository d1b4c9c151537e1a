import type { Request } from 'express';
import type { UserAccess } from '../access/user-access.ts';
import { SalesforceError } from '../errors/salesforce-error.ts';
import type { Org } from '../org.ts';
import { changeOrigin, clientInHeader, versionInPath } from './change-origin.ts';
import type { Session } from './sessions.ts';

/**
 * The user behind a request's `Authorization: Bearer` header or `sid` cookie, with what change events will tell
 * of where changes come from. `api` is the name that they give the interface. Throws INVALID_SESSION_ID.
 */
export function authenticate(org: Org, request: Request, api = 'rest'): UserAccess {
  const session = requireSession(org, sessionToken(request) ?? '');
  const version = versionInPath(request);
  const client = clientInHeader(request) ?? session.clientName;
  const origin = version === undefined ? '' : changeOrigin({ api, version, client });
  return org.access.ofUser(session.userId, origin);
}

/** The same for a token that stands elsewhere, as in a SOAP header. `version` is such as `66.0`. */
export function authenticateToken(org: Org, token: string, api: string, version: string): UserAccess {
  const { userId, clientName } = requireSession(org, token);
  return org.access.ofUser(userId, changeOrigin({ api, version, client: clientName }));
}

/** The token that a request carries, valid or not. */
export function sessionToken(request: Request): string | undefined {
  return bearerToken(request) ?? sessionCookie(request);
}

function requireSession(org: Org, token: string): Session {
  const session = org.sessions.find(token);
  if (session) return session;
  throw new SalesforceError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
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
