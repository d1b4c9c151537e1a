import type { RequestHandler } from 'express';
import type { Org } from '../../org.ts';
import { sessionToken } from '../authenticate.ts';
import { tokenInBody } from './body-token.ts';
import { isCounted } from './meter-requests.ts';

/** Notes every request when its connection is done with it, answered or not. */
export function noteRequests(org: Org): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now();
    const { method, originalUrl: path } = request;
    const user = usernameOf(org, sessionToken(request));
    response.once('close', () => {
      org.requests.note({
        api: apiOf(path),
        user: user ?? usernameOf(org, tokenInBody(request)),
        method,
        path,
        requestBytes: Number(request.get('content-length') ?? 0),
        status: response.writableFinished ? response.statusCode : null,
        durationMs: Math.round(performance.now() - startedAt),
        counted: isCounted(request)
      });
    });
    next();
  };
}

function usernameOf(org: Org, token: string | undefined): string | null {
  const userId = org.sessions.userId(token ?? '');
  const users = org.schema.object('User');
  if (userId === undefined || !users) return null;
  return String(org.database.table(users).get(userId)?.Username ?? '');
}

/** Interfaces by the part of the path that leads to them, the first that fits. */
const interfaces = [
  [/^\/+services\/oauth2\/|^\/+id\//, 'login'],
  [/^\/+services\/Soap\//i, 'soap'],
  [/^\/+services\/data\/v[\d.]+\/jobs\//, 'bulk'],
  [/^\/+services\/data\/v[\d.]+\/(?:tooling|ui-api|graphql|analytics|metadata)\b/, undefined],
  [/^/, 'rest']
] as const;

function apiOf(path: string): string {
  const found = interfaces.find(([pattern]) => pattern.test(path));
  return found?.[1] ?? /\/v[\d.]+\/([\w-]+)/.exec(path)?.[1] ?? 'rest';
}
