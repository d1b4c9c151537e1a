import type { ErrorEntry } from './error-entry.ts';

/** Failures of who asks, and may ask: LB2. */
export const authenticationErrors = {
  LB201: {
    status: 401,
    kind: 'permanent',
    title: 'The request carries no token',
    cause: 'The Authorization header is missing or is not a bearer token.',
    action: 'Check that the named credential generates the authorization header.'
  },
  LB202: {
    status: 401,
    kind: 'permanent',
    title: 'The token is not valid',
    cause:
      'It is not signed with RS256 by a key this service knows, the certificate of that key has expired, or it cannot be read.',
    action:
      'Check that the service has the public certificate that the external credential signs with, and that it has not expired.'
  },
  LB203: {
    status: 401,
    kind: 'transient',
    title: 'The token has expired or is not valid yet',
    cause: 'The clocks of Salesforce and of this server differ, or an old token was sent again.',
    action: "Check this server's clock, then try again."
  },
  LB204: {
    status: 401,
    kind: 'permanent',
    title: 'The token is meant for somebody else',
    cause: 'Its audience or issuer is not one that this service accepts.',
    action: 'Compare aud and iss of the external credential with JWT_AUDIENCE and JWT_ISSUERS.'
  },
  LB205: {
    status: 401,
    kind: 'permanent',
    title: 'The token lives too long',
    cause: 'Its lifetime is missing or over the five minutes that are allowed.',
    action: 'Set the expiry of the external credential to 300 seconds or less.'
  },
  LB206: {
    status: 403,
    kind: 'permanent',
    title: 'This credential may not do that',
    cause: "The token's role does not cover the operation.",
    action: 'Use the named credential of the role that the operation needs.'
  },
  LB207: {
    status: 401,
    kind: 'permanent',
    title: 'The token was used before',
    cause: 'A token for a write is accepted once, so that a copied request cannot book twice.',
    action: 'Send the request again from Salesforce; it signs a new token.'
  }
} as const satisfies Record<string, ErrorEntry>;
