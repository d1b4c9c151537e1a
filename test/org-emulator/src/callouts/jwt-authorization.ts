import jwt from 'jsonwebtoken';
import type { Clock } from '../clock.ts';
import type { ExternalCredentialMetadata } from '../metadata/external-credential.ts';

/** Seconds a signed token lives (Salesforce help, "Create or Edit a JWT External Credential": 2 minutes). */
const lifetimeSeconds = 120;

/** Private keys of the org's certificates, PEM, by the certificate's developer name. */
export type SigningKeys = Readonly<Record<string, string>>;

/** Name of the certificate that signs for a credential, or undefined when it names none. */
export function signingCertificate(credential: ExternalCredentialMetadata): string | undefined {
  return credential.parameters.find((each) => each.parameterType === 'SigningCertificate')?.certificate;
}

/**
 * `Authorization` header of a callout: an RS256 token with the claims that the external credential's
 * parameters say for all principals and for this one, plus iat, nbf, exp and jti.
 */
export function signAuthorization(
  credential: ExternalCredentialMetadata,
  principal: string,
  privateKey: string,
  clock: Clock
): string {
  const issuedAt = Math.floor(clock.now().getTime() / 1000);
  const payload = {
    iat: issuedAt,
    nbf: issuedAt,
    exp: issuedAt + lifetimeSeconds,
    jti: crypto.randomUUID(),
    ...claims(credential, principal, 'JwtBodyClaim')
  };
  const header = {
    alg: 'RS256' as const,
    ...claims(credential, principal, 'JwtHeaderClaim')
  };
  return `Bearer ${jwt.sign(payload, privateKey, { algorithm: 'RS256', header })}`;
}

function claims(
  credential: ExternalCredentialMetadata,
  principal: string,
  type: 'JwtBodyClaim' | 'JwtHeaderClaim'
): Record<string, string> {
  const wanted = credential.parameters.filter((each) => {
    const group = each.parameterGroup ?? 'DefaultGroup';
    return each.parameterType === type && (group === 'DefaultGroup' || group === principal);
  });
  return Object.fromEntries(wanted.map((each) => [each.parameterName ?? '', each.parameterValue ?? '']));
}
