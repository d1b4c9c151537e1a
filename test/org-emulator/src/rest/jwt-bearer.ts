import jwt from 'jsonwebtoken';
import { z } from 'zod';
import type { Org } from '../org.ts';
import type { ExternalClientApp } from '../options.ts';
import { OAuthError } from './oauth-error.ts';

/** For whom a token is asked: the app, and the user in whose name it works. */
export interface Grant {
  readonly app: ExternalClientApp;
  readonly username: string;
}

const claimsSchema = z.object({ iss: z.string(), sub: z.string(), aud: z.string(), exp: z.number() });

/**
 * Whom an assertion stands for. It must be signed (RS256) with the key of the External Client App whose consumer
 * key is `iss`, be meant for this org or Salesforce's log-in hosts, and not have expired. How far ahead `exp` lies
 * does not matter, since the sf command line sends milliseconds. Texts: help, "OAuth 2.0 JWT Bearer Flow".
 */
export function verifyAssertion(org: Org, assertion: string, origin: string): Grant {
  const unverified = claimsSchema.safeParse(jwt.decode(assertion));
  if (!unverified.success) throw new OAuthError('invalid_grant', 'invalid assertion');
  const { iss, sub, aud } = unverified.data;
  const app = org.externalClientApps.find(({ consumerKey }) => consumerKey === iss);
  if (!app) throw new OAuthError('invalid_client_id', 'client identifier invalid');
  verifySignature(org, assertion, app.certificate);
  const audiences = ['https://login.salesforce.com', 'https://test.salesforce.com', origin];
  if (!audiences.includes(aud.replace(/\/$/, '')))
    throw new OAuthError('invalid_grant', 'audience is invalid');
  return { app, username: sub };
}

function verifySignature(org: Org, assertion: string, certificate: string): void {
  const clockTimestamp = Math.floor(org.clock.now().getTime() / 1000);
  try {
    jwt.verify(assertion, certificate, { algorithms: ['RS256'], clockTimestamp });
  } catch (error) {
    const expired = error instanceof Error && error.name === 'TokenExpiredError';
    throw new OAuthError('invalid_grant', expired ? 'expired authorization code' : 'invalid assertion');
  }
}
