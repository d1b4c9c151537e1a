import { generateKeyPairSync } from 'node:crypto';
import jsonwebtoken from 'jsonwebtoken';
import type { VerificationKey } from '../src/config/pem-files.ts';

/** Signs tokens as an external credential of a Salesforce org does. */
export interface TokenSigner {
  readonly key: VerificationKey;
  readonly publicPem: string;
  readonly privatePem: string;
  /** A token that is good for two minutes, with the given claims laid over it; undefined takes a claim away. */
  sign(claims?: Record<string, unknown>, header?: Record<string, unknown>): string;
}

/** Makes a key pair of its own. */
export function createTokenSigner(keyId = 'Sage_Callout_Signing'): TokenSigner {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    key: { keyId, file: `${keyId}.pem`, publicKey, expiresAt: undefined },
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    sign(claims = {}, header = {}) {
      const payload = withoutUndefined({ ...goodClaims(), ...claims });
      return jsonwebtoken.sign(payload, privateKey, {
        algorithm: 'RS256',
        header: { alg: 'RS256', ...header },
        noTimestamp: !('iat' in payload)
      });
    }
  };
}

/** The claims of a good reader token, at this moment. */
export function goodClaims(): Record<string, unknown> {
  const now = Math.floor(Date.now() / 1000);
  return {
    aud: 'sage-callout-service',
    iss: 'ledger-bridge',
    sub: 'salesforce',
    role: 'reader',
    iat: now,
    nbf: now,
    exp: now + 120
  };
}

function withoutUndefined(claims: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
}
