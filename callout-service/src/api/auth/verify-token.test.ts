import { createHmac, generateKeyPairSync } from 'node:crypto';
import jsonwebtoken from 'jsonwebtoken';
import { describe, expect, it } from 'vitest';
import { createTokenSigner, goodClaims } from '../../../test-support/token-signer.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { systemClock } from '../../telemetry/clock.ts';
import { createTokenVerifier } from './verify-token.ts';

const signer = createTokenSigner('current');
const next = createTokenSigner('next');
const rules = {
  audience: 'sage-callout-service',
  issuers: ['ledger-bridge', 'another-org'],
  keys: [signer.key, next.key],
  maxLifetimeSeconds: 300,
  clockToleranceSeconds: 5
};
const verify = createTokenVerifier(rules, systemClock);
const now = () => Math.floor(Date.now() / 1000);

function codeOf(token: string): string {
  try {
    verify(token);
    return 'accepted';
  } catch (error) {
    if (error instanceof LedgerBridgeError) return error.code;
    throw error;
  }
}

/** A token whose head and claims are as given, with any text as signature. */
function forge(header: object, claims: object, signature: (content: string) => string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const content = `${part(header)}.${part(claims)}`;
  return `${content}.${signature(content)}`;
}

describe('verifying a token', () => {
  it('when it is good, then it proves subject, role and times', () => {
    const claims = { role: 'admin', jti: 'one', iat: now(), exp: now() + 60 };
    expect(verify(signer.sign(claims))).toEqual({
      subject: 'salesforce',
      role: 'admin',
      issuedAt: claims.iat,
      expiresAt: claims.exp,
      tokenId: 'one'
    });
  });

  it('when either of two keys in rotation signed it, then it is accepted', () => {
    expect([codeOf(signer.sign()), codeOf(next.sign())]).toEqual(['accepted', 'accepted']);
  });

  it('when kid names a known key, then that key alone counts', () => {
    expect(codeOf(next.sign({}, { kid: 'next' }))).toBe('accepted');
    expect(codeOf(next.sign({}, { kid: 'current' }))).toBe('LB202');
  });

  it('when kid names no known key, then all keys are tried', () => {
    expect(codeOf(next.sign({}, { kid: 'whatever the org calls it' }))).toBe('accepted');
  });

  it('when the certificate of its key has expired, then it is refused until a certificate of the same key is valid', () => {
    const key = { ...signer.key, expiresAt: new Date(Date.now() - 1_000) };
    const renewed = { ...key, keyId: 'renewed', expiresAt: new Date(Date.now() + 60_000) };
    const verifyWith = (...keys: (typeof key)[]) =>
      createTokenVerifier({ ...rules, keys }, systemClock)(signer.sign());
    expect(() => verifyWith(key)).toThrow(
      'The certificate current, whose key signed the token, has expired.'
    );
    expect(() => verifyWith(key)).toThrow(expect.objectContaining({ code: 'LB202' }));
    expect(verifyWith(key, renewed)).toMatchObject({ role: 'reader' });
  });

  it('when it lists several audiences and ours is one, then it is accepted', () => {
    expect(codeOf(signer.sign({ aud: ['other', 'sage-callout-service'] }))).toBe('accepted');
  });

  it.each([
    ['is garbage', 'garbage'],
    ['is three dots', '...'],
    ['is empty JSON', 'e30.e30.e30'],
    ['has a head that is no JSON', `AAAA.${'A'.repeat(20)}.AAAA`],
    ['is far too long', `${signer.sign()}${'A'.repeat(10_000)}`]
  ])('when it %s, then it is refused as invalid', (_what, token) => {
    expect(codeOf(token)).toBe('LB202');
  });

  it('when it is unsigned with alg none, in any spelling, then it is refused', () => {
    for (const alg of ['none', 'None', 'NONE', 'nOnE']) {
      expect(codeOf(forge({ alg, typ: 'JWT' }, goodClaims(), () => ''))).toBe('LB202');
    }
  });

  it('when it is signed with HS256 and our public key as the secret, then it is refused', () => {
    const sign = (content: string) =>
      createHmac('sha256', signer.publicPem).update(content).digest('base64url');
    expect(codeOf(forge({ alg: 'HS256', typ: 'JWT' }, goodClaims(), sign))).toBe('LB202');
  });

  it('when a key that is not ours signed it, then it is refused, whatever kid says', () => {
    const stranger = createTokenSigner();
    expect(codeOf(stranger.sign())).toBe('LB202');
    expect(codeOf(stranger.sign({}, { kid: 'current' }))).toBe('LB202');
  });

  it('when its head brings a key of its own, then that key is not used', () => {
    const stranger = createTokenSigner();
    const jwk = stranger.key.publicKey.export({ format: 'jwk' });
    expect(codeOf(stranger.sign({}, { jwk, jku: 'https://example.invalid/keys' }))).toBe('LB202');
  });

  it('when it is signed with another algorithm of the right key, then it is refused', () => {
    for (const algorithm of ['RS384', 'RS512', 'PS256'] as const) {
      expect(codeOf(jsonwebtoken.sign(goodClaims(), signer.privatePem, { algorithm }))).toBe('LB202');
    }
  });

  it('when it is signed with an elliptic curve key, then it is refused', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    expect(codeOf(jsonwebtoken.sign(goodClaims(), privateKey, { algorithm: 'ES256' }))).toBe('LB202');
  });

  it('when a claim was changed after signing, then it is refused', () => {
    const [header, , signature] = signer.sign().split('.');
    const claims = Buffer.from(JSON.stringify({ ...goodClaims(), role: 'admin' })).toString('base64url');
    expect(codeOf(`${header}.${claims}.${signature}`)).toBe('LB202');
  });

  it.each([
    ['names no subject', { sub: undefined }],
    ['has a number as its audience', { aud: 7 }],
    ['has a text as its expiry', { exp: 'tomorrow' }]
  ])('when it %s, then it is refused as invalid', (_what, claims) => {
    const token = jsonwebtoken.sign(JSON.stringify({ ...goodClaims(), ...claims }), signer.privatePem, {
      algorithm: 'RS256'
    });
    expect(codeOf(token)).toBe('LB202');
  });

  it('when it has expired by more than the tolerance, then it is refused', () => {
    const token = (ago: number) => signer.sign({ iat: now() - 100, nbf: now() - 100, exp: now() - ago });
    expect([codeOf(token(3)), codeOf(token(10))]).toEqual(['accepted', 'LB203']);
  });

  it('when it is not valid yet by more than the tolerance, then it is refused', () => {
    expect(codeOf(signer.sign({ nbf: now() + 3 }))).toBe('accepted');
    expect(codeOf(signer.sign({ nbf: now() + 60 }))).toBe('LB203');
    expect(codeOf(signer.sign({ nbf: undefined, iat: now() + 60, exp: now() + 120 }))).toBe('LB203');
  });

  it.each([
    ['another audience', { aud: 'somebody-else' }],
    ['no audience of ours in its list', { aud: ['a', 'b'] }],
    ['an unknown issuer', { iss: 'stranger' }]
  ])('when it has %s, then it is refused as meant for somebody else', (_what, claims) => {
    expect(codeOf(signer.sign(claims))).toBe('LB204');
  });

  it.each([
    ['no expiry', { exp: undefined }],
    ['no time of issue', { iat: undefined }],
    ['a lifetime of 301 seconds', { iat: now(), exp: now() + 301 }]
  ])('when it has %s, then it is refused as living too long', (_what, claims) => {
    expect(codeOf(signer.sign(claims))).toBe('LB205');
  });

  it('when it names no known role, then it is refused', () => {
    expect(codeOf(signer.sign({ role: 'superuser' }))).toBe('LB206');
    expect(codeOf(signer.sign({ role: ['admin'] }))).toBe('LB206');
    expect(codeOf(signer.sign({ role: undefined }))).toBe('LB206');
  });
});
