import express, { type Request, type RequestHandler, Router } from 'express';
import { toLongId } from '../data/record-id.ts';
import { notFound } from '../errors/salesforce-error.ts';
import type { UserAccess } from '../access/user-access.ts';
import type { Org } from '../org.ts';
import { authenticate } from './authenticate.ts';
import { identity } from './identity.ts';
import { introspect, revoke } from './introspect.ts';
import { issueToken } from './issue-token.ts';
import { OAuthError } from './oauth-error.ts';
import { pathParameter, queryParameter } from './resource.ts';

/** Log-in and log-out, what tokens are good for, user information and the identity URL. */
export function oauthResources(org: Org): Router {
  const router = Router();
  const form = express.urlencoded({ extended: false });
  router.post(
    '/services/oauth2/token',
    form,
    answering((request) => issueToken(org, request))
  );
  router.post(
    '/services/oauth2/introspect',
    form,
    answering((request) => introspect(org, request))
  );
  const endSession = answering((request) => {
    revoke(org, request);
    return undefined;
  });
  router.post('/services/oauth2/revoke', form, endSession);
  router.get('/services/oauth2/revoke', endSession);
  router.get('/services/oauth2/userinfo', userInfo(org));
  router.get('/id/:organizationId/:userId', showIdentity(org));
  return router;
}

/** Address under which the client reached the org. */
export function originOf(request: Request): string {
  return `${request.protocol}://${request.get('host') ?? '127.0.0.1'}`;
}

/** Starts a session of a user, and answers its token. */
export function startSession(org: Org, access: UserAccess): string {
  return org.sessions.start(organizationId(org), access.userId);
}

/** Id of the org's one Organization record. */
export function organizationId(org: Org): string {
  const object = org.schema.object('Organization');
  return String(object ? org.database.table(object).all()[0]?.Id : '');
}

/** Sends what is answered as JSON, and refusals in OAuth's form with status 400. */
function answering(work: (request: Request) => object | undefined): RequestHandler {
  return (request, response) => {
    try {
      const body = work(request);
      if (body === undefined) response.end();
      else response.json(body);
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      response.status(400).json({ error: error.code, error_description: error.message });
    }
  };
}

function userInfo(org: Org): RequestHandler {
  return (request, response) => {
    const access = authenticate(org, request);
    const { user_id, ...rest } = identity(org, access, originOf(request));
    response.json({
      sub: rest.id,
      user_id,
      name: rest.display_name,
      preferred_username: rest.username,
      ...rest
    });
  };
}

/** Who the token stands for; with `?version=66.0` or `latest` the addresses name that version. */
function showIdentity(org: Org): RequestHandler {
  return (request, response) => {
    const access = authenticate(org, request);
    if (toLongId(pathParameter(request, 'userId')) !== access.userId) throw notFound();
    const asked = queryParameter(request, 'version');
    response.json(identity(org, access, originOf(request), asked === 'latest' ? '66.0' : asked));
  };
}
