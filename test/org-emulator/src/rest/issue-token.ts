import type { Request } from 'express';
import { z } from 'zod';
import type { UserAccess } from '../access/user-access.ts';
import { automatedProcessType } from '../bootstrap/users.ts';
import type { Org } from '../org.ts';
import { type Grant, verifyAssertion } from './jwt-bearer.ts';
import { clientOf } from './oauth-client.ts';
import { OAuthError } from './oauth-error.ts';
import { organizationId, originOf } from './oauth-resources.ts';

const tokenRequest = z.object({ grant_type: z.string(), assertion: z.string().default('') });
const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** Answers a token request by JWT bearer or client credentials. Throws OAuthError. */
export function issueToken(org: Org, request: Request) {
  const { app, username } = readGrant(org, request);
  const access = approvedUser(org, { app, username });
  const origin = originOf(request);
  const clientName = app.name ?? null;
  const token = org.sessions.start(organizationId(org), access.userId, {
    consumerKey: app.consumerKey,
    clientName
  });
  return {
    access_token: token,
    scope: 'api web',
    instance_url: origin,
    id: `${origin}/id/${organizationId(org)}/${access.userId}`,
    token_type: 'Bearer',
    issued_at: String(org.clock.now().getTime())
  };
}

function readGrant(org: Org, request: Request): Grant {
  const parsed = tokenRequest.safeParse(request.body);
  const grantType = parsed.data?.grant_type;
  if (grantType === jwtBearer) return verifyAssertion(org, parsed.data?.assertion ?? '', originOf(request));
  if (grantType !== 'client_credentials') {
    throw new OAuthError('unsupported_grant_type', 'grant type not supported');
  }
  const app = clientOf(org, request);
  if (app.runAs === undefined) {
    throw new OAuthError('invalid_grant', 'no client credentials user enabled');
  }
  return { app, username: app.runAs };
}

/** The user of a grant. Throws when there is none, it is inactive, or the app is not approved for it. */
function approvedUser(org: Org, { app, username }: Grant): UserAccess {
  const users = org.schema.object('User');
  const [user] = (users && org.database.table(users).findByIndex('Username', username)) ?? [];
  if (!user || user.UserType === automatedProcessType) {
    throw new OAuthError('invalid_grant', "user hasn't approved this consumer");
  }
  const access = org.access.findUser(username);
  if (!access) throw new OAuthError('inactive_user', 'user is inactive');
  if (app.approvedUsers?.includes(username) === false) {
    throw new OAuthError('invalid_app_access', 'user is not admin approved to access this app');
  }
  return access;
}
