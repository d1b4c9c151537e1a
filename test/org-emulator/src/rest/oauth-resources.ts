import express, { type Request, Router } from 'express';
import { z } from 'zod';
import { toLongId } from '../data/record-id.ts';
import { notFound } from '../errors/salesforce-error.ts';
import type { UserAccess } from '../access/user-access.ts';
import type { Org } from '../org.ts';
import { authenticate } from './authenticate.ts';
import { identity } from './identity.ts';
import { OAuthError, verifyAssertion } from './jwt-bearer.ts';
import { pathParameter } from './resource.ts';

const tokenRequest = z.object({ grant_type: z.string(), assertion: z.string().optional() });
const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** Log-in by JWT bearer, user information and the identity URL. */
export function oauthResources(org: Org): Router {
  const router = Router();
  router.post('/services/oauth2/token', express.urlencoded({ extended: false }), (request, response) => {
    try {
      response.json(issueToken(org, request));
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      response.status(400).json({ error: error.code, error_description: error.message });
    }
  });
  router.get('/services/oauth2/userinfo', (request, response) => {
    const access = authenticate(org, request);
    const { user_id, ...rest } = identity(org, access, originOf(request));
    response.json({
      sub: rest.id,
      user_id,
      name: rest.display_name,
      preferred_username: rest.username,
      ...rest
    });
  });
  router.get('/id/:organizationId/:userId', (request, response) => {
    const access = authenticate(org, request);
    if (toLongId(pathParameter(request, 'userId')) !== access.userId) throw notFound();
    response.json(identity(org, access, originOf(request)));
  });
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

function issueToken(org: Org, request: Request) {
  const parsed = tokenRequest.safeParse(request.body);
  if (!parsed.success || parsed.data.grant_type !== jwtBearer) {
    throw new OAuthError('unsupported_grant_type', 'grant type not supported');
  }
  const origin = originOf(request);
  const username = verifyAssertion(org, parsed.data.assertion ?? '', origin);
  const access = org.access.findUser(username);
  if (!access) throw new OAuthError('invalid_grant', "user hasn't approved this consumer");
  return {
    access_token: startSession(org, access),
    scope: 'api web',
    instance_url: origin,
    id: `${origin}/id/${organizationId(org)}/${access.userId}`,
    token_type: 'Bearer',
    issued_at: String(org.clock.now().getTime())
  };
}
