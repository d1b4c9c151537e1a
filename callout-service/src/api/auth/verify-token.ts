import jsonwebtoken from 'jsonwebtoken';
import { z } from 'zod';
import type { VerificationKey } from '../../config/pem-files.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { Clock } from '../../telemetry/clock.ts';
import { isRole, type Role } from './role.ts';

/** What decides whether a token is accepted. */
export interface TokenRules {
  readonly audience: string;
  readonly issuers: readonly string[];
  readonly keys: readonly VerificationKey[];
  readonly maxLifetimeSeconds: number;
  readonly clockToleranceSeconds: number;
}

/** Who sent a request, as its token proves. */
export interface Caller {
  readonly subject: string;
  readonly role: Role;
  /** Times of the token in seconds since 1970. */
  readonly issuedAt: number;
  readonly expiresAt: number;
  readonly tokenId: string | undefined;
}

const claimsSchema = z.object({
  aud: z.union([z.string(), z.array(z.string())]),
  iss: z.string(),
  sub: z.string().min(1).max(255),
  role: z.unknown().optional(),
  jti: z.string().min(1).max(255).optional(),
  iat: z.number().optional(),
  nbf: z.number().optional(),
  exp: z.number().optional()
});
type Claims = z.infer<typeof claimsSchema>;

/** The longest token that is looked at; those of an external credential have about 700 characters. */
const MAX_TOKEN_LENGTH = 8_192;

/**
 * Makes the check of a bearer token: RS256 by a known key whose certificate has not expired, then times, audience, issuer, lifetime and role.
 * The check throws LB202 to LB206, each refusal its own code; nothing of an unsigned token is believed.
 */
export function createTokenVerifier(rules: TokenRules, clock: Clock): (token: string) => Caller {
  return (token) => {
    const now = Math.floor(clock().toSeconds());
    const claims = readSignedClaims(token, rules.keys, now);
    const { issuedAt, expiresAt } = readLifetime(claims, rules.maxLifetimeSeconds);
    assertValidNow(claims, { issuedAt, expiresAt }, now, rules.clockToleranceSeconds);
    assertMeantForUs(claims, rules);
    if (!isRole(claims.role)) {
      throw new LedgerBridgeError('LB206', { detail: 'The token names no role that this service knows.' });
    }
    return { subject: claims.sub, role: claims.role, issuedAt, expiresAt, tokenId: claims.jti };
  };
}

function readSignedClaims(token: string, keys: readonly VerificationKey[], now: number): Claims {
  if (token.length > MAX_TOKEN_LENGTH) throw invalid('The token is longer than any this service accepts.');
  let refusal: LedgerBridgeError | undefined;
  for (const key of candidates(token, keys)) {
    try {
      const claims = claimsSchema.parse(verifySignature(token, key));
      if (!hasExpired(key, now)) return claims;
      refusal = invalid(`The certificate ${key.keyId}, whose key signed the token, has expired.`);
    } catch (cause) {
      if (cause instanceof z.ZodError) throw invalid('A claim of the token is missing or malformed.', cause);
      refusal ??= invalid('The token is not signed with RS256 by a key that this service knows.', cause);
    }
  }
  throw refusal ?? invalid('This service knows no key to check the token with.');
}

function hasExpired({ expiresAt }: VerificationKey, now: number): boolean {
  return expiresAt !== undefined && expiresAt.getTime() < now * 1000;
}

function verifySignature(token: string, key: VerificationKey): unknown {
  // Times, audience and issuer are checked afterwards, so that each refusal gets a code of its own.
  return jsonwebtoken.verify(token, key.publicKey, {
    algorithms: ['RS256'],
    ignoreExpiration: true,
    ignoreNotBefore: true
  });
}

/** The keys to try. With one key there is nothing to choose, and the token is read once instead of twice. */
function candidates(token: string, keys: readonly VerificationKey[]): readonly VerificationKey[] {
  if (keys.length < 2) return keys;
  const keyId = readKeyId(token);
  const named = keys.filter((key) => key.keyId === keyId);
  return named.length > 0 ? named : keys;
}

/** The unproven `kid` only chooses which known key is tried. */
function readKeyId(token: string): string | undefined {
  try {
    return jsonwebtoken.decode(token, { complete: true })?.header.kid;
  } catch (cause) {
    throw invalid('The token cannot be read.', cause);
  }
}

function readLifetime(claims: Claims, maxSeconds: number): { issuedAt: number; expiresAt: number } {
  const { iat, exp } = claims;
  if (exp === undefined || iat === undefined) {
    throw new LedgerBridgeError('LB205', {
      detail: 'The token has no iat or no exp, so its lifetime is unknown.'
    });
  }
  if (exp - iat > maxSeconds) {
    throw new LedgerBridgeError('LB205', {
      detail: `The token lives ${exp - iat} seconds; ${maxSeconds} are allowed.`
    });
  }
  return { issuedAt: iat, expiresAt: exp };
}

function assertValidNow(
  claims: Claims,
  token: { issuedAt: number; expiresAt: number },
  now: number,
  tolerance: number
): void {
  const begins = Math.max(claims.nbf ?? token.issuedAt, token.issuedAt);
  if (now > token.expiresAt + tolerance) {
    throw new LedgerBridgeError('LB203', {
      detail: `The token expired ${now - token.expiresAt} seconds ago.`
    });
  }
  if (now < begins - tolerance) {
    throw new LedgerBridgeError('LB203', { detail: `The token is valid only in ${begins - now} seconds.` });
  }
}

function assertMeantForUs(claims: Claims, rules: TokenRules): void {
  const audiences = [claims.aud].flat();
  if (!audiences.includes(rules.audience)) {
    throw new LedgerBridgeError('LB204', { detail: 'The token is meant for another audience.' });
  }
  if (!rules.issuers.includes(claims.iss)) {
    throw new LedgerBridgeError('LB204', { detail: 'The token comes from an issuer that is not accepted.' });
  }
}

function invalid(detail: string, cause?: unknown): LedgerBridgeError {
  return new LedgerBridgeError('LB202', { detail, cause });
}
