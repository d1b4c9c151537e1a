import { z } from 'zod';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { exactJson } from '../http/exact-json.ts';
import { send } from '../http/send.ts';
import { assertion, type LoginCredentials } from './assertion.ts';
import { loginFailure } from './login-failure.ts';

/** A session with an org: what a request needs to be let in. */
export interface SessionTicket {
  /** A secret: never logged. */
  readonly accessToken: string;
  /** Without trailing slash. */
  readonly instanceUrl: string;
  /** 18 characters; the tenant of the Pub/Sub API. */
  readonly organizationId: string;
}

export interface LoginOptions extends LoginCredentials {
  readonly requestTimeoutMs: number;
}

const tokenSchema = z.object({
  access_token: z.string().min(1),
  instance_url: z.url(),
  // As https://login.salesforce.com/id/00Dxx0000001gPLEAY/005xx000001SwiUAAS.
  id: z.string().regex(/\/id\/00D[A-Za-z0-9]{15}\//)
});

const grantType = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/**
 * Asks for a session by JWT bearer. Asking twice does no harm.
 * @throws LedgerBridgeError LB702 when it is refused, LB701, LB704, LB714.
 */
export async function logIn(options: LoginOptions, signal?: AbortSignal): Promise<SessionTicket> {
  const answer = await send({
    method: 'POST',
    url: new URL('/services/oauth2/token', options.loginUrl).href,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams({ grant_type: grantType, assertion: assertion(options) }).toString(),
    timeoutMs: options.requestTimeoutMs,
    repeatable: true,
    ...(signal !== undefined && { signal })
  });
  if (answer.status !== 200) throw loginFailure(answer);
  return ticketOf(exactJson(answer.text));
}

function ticketOf(body: unknown): SessionTicket {
  const token = tokenSchema.safeParse(body);
  if (!token.success) {
    const fields = token.error.issues.map(({ path }) => path.join('.')).join(', ');
    throw new LedgerBridgeError('LB714', { detail: `The answer to the login cannot be used (${fields}).` });
  }
  const { access_token: accessToken, instance_url: instanceUrl, id } = token.data;
  const organizationId = /\/id\/(?<organization>00D[A-Za-z0-9]{15})\//.exec(id)?.groups?.organization ?? '';
  return { accessToken, instanceUrl: instanceUrl.replace(/\/+$/, ''), organizationId };
}
