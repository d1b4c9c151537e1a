import jwt from 'jsonwebtoken';
import { z } from 'zod';
import type { Org } from '../org.ts';

/** A refusal of the token endpoint: OAuth error code and description. */
export class OAuthError extends Error {
  readonly code: string;

  constructor(code: string, description: string) {
    super(description);
    this.name = 'OAuthError';
    this.code = code;
  }
}

const claimsSchema = z.object({ iss: z.string(), sub: z.string(), aud: z.string(), exp: z.number() });

/**
 * Username an assertion stands for. It must be signed (RS256) with the key of the External Client App whose
 * consumer key is `iss`, be meant for this org or Salesforce's log-in hosts, and not have expired. A lifetime
 * in milliseconds is taken, as the sf command line sends it. Texts: help remoteaccess_oauth_jwt_flow.
 */
export function verifyAssertion(org: Org, assertion: string, origin: string): string {
  const unverified = claimsSchema.safeParse(jwt.decode(assertion));
  if (!unverified.success) throw new OAuthError('invalid_grant', 'invalid assertion');
  const { iss, sub, aud } = unverified.data;
  const app = org.externalClientApps.find(({ consumerKey }) => consumerKey === iss);
  if (!app) throw new OAuthError('invalid_client_id', 'client identifier invalid');
  verifySignature(org, assertion, app.certificate);
  const audiences = ['https://login.salesforce.com', 'https://test.salesforce.com', origin];
  if (!audiences.includes(aud.replace(/\/$/, '')))
    throw new OAuthError('invalid_grant', 'audience is invalid');
  return sub;
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
