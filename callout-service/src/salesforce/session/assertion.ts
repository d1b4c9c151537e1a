import { randomUUID } from 'node:crypto';
import jsonwebtoken from 'jsonwebtoken';

/** Who logs in, where, and what proves it. */
export interface LoginCredentials {
  readonly loginUrl: string;
  readonly clientId: string;
  readonly username: string;
  /** PEM. */
  readonly privateKey: string;
}

/** Salesforce allows three minutes for clocks that differ; a shorter life leaves room for a clock that is behind. */
const lifeSeconds = 120;

/** A signed JSON web token that asks for a session. Source: Salesforce Help, OAuth 2.0 JWT Bearer Flow. */
export function assertion({ loginUrl, clientId, username, privateKey }: LoginCredentials): string {
  return jsonwebtoken.sign({}, privateKey, {
    algorithm: 'RS256',
    issuer: clientId,
    subject: username,
    audience: audienceOf(loginUrl),
    expiresIn: lifeSeconds,
    jwtid: randomUUID(),
    noTimestamp: true
  });
}

/**
 * For whom an assertion is meant: Salesforce's own login host, also where the login goes to a My Domain; any other
 * address, such as that of an Experience Cloud site, is its own. Source: Salesforce Help, OAuth 2.0 JWT Bearer Flow.
 */
export function audienceOf(loginUrl: string): string {
  const { hostname, origin } = new URL(loginUrl);
  if (!/(?:^|\.)salesforce\.com$/i.test(hostname)) return origin;
  const isTest = /^test\.|\.(?:sandbox|scratch)\.my\.|--[^.]*\.(?:cs\d+\.)?my\./i.test(hostname);
  return isTest ? 'https://test.salesforce.com' : 'https://login.salesforce.com';
}
