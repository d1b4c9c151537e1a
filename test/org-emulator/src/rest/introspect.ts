import type { Request } from 'express';
import { z } from 'zod';
import type { Org } from '../org.ts';
import { identity } from './identity.ts';
import { clientOf } from './oauth-client.ts';
import { OAuthError } from './oauth-error.ts';
import { originOf } from './oauth-resources.ts';

const tokenBody = z.object({ token: z.string() });

/** What a token is good for (help, "Token Introspection"); the app that asks must show who it is. */
export function introspect(org: Org, request: Request) {
  const app = clientOf(org, request);
  const { token } = tokenBody.parse(request.body);
  const session = org.sessions.find(token);
  if (!session || (session.consumerKey !== null && session.consumerKey !== app.consumerKey)) {
    return { active: false };
  }
  const access = org.access.ofUser(session.userId);
  const { id, username } = identity(org, access, originOf(request));
  return {
    active: true,
    scope: 'api web',
    client_id: session.consumerKey,
    username,
    sub: id,
    token_type: 'access_token',
    iat: seconds(session.startedAt),
    nbf: seconds(session.startedAt),
    exp: seconds(session.expiresAt)
  };
}

/** Ends the session of a token, given in body or query (help, "Revoke OAuth Tokens"). */
export function revoke(org: Org, request: Request): void {
  const given = tokenBody.safeParse({ ...request.query, ...bodyOf(request) });
  if (!given.success || !org.sessions.end(given.data.token)) {
    throw new OAuthError('unsupported_token_type', 'this token type is not supported');
  }
}

function bodyOf(request: Request): object {
  const body: unknown = request.body;
  return typeof body === 'object' && body !== null ? body : {};
}

function seconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}
