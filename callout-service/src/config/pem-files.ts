import { createPublicKey, createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { z } from 'zod';
import type { SettingType } from './setting.ts';
import { splitList } from './setting-types.ts';

/** Shorter RSA keys can be broken with means that exist (NIST SP 800-131A). */
const RSA_MIN_BITS = 2048;

/** A key that tokens may be signed with. */
export interface VerificationKey {
  /** The file's name without its extension; a token whose `kid` is this name is checked with this key alone. */
  readonly keyId: string;
  readonly file: string;
  readonly publicKey: KeyObject;
  /** End of the certificate, where the file holds one and not a bare key. */
  readonly expiresAt: Date | undefined;
}

/** Files with public RSA keys or certificates in PEM form, with commas between them. */
export function publicKeyFiles(): SettingType<readonly VerificationKey[]> {
  const schema = z.string().transform((value, context) => {
    const keys: VerificationKey[] = [];
    const files = splitList(value);
    if (files.length === 0) context.addIssue({ code: 'custom', message: 'names no file' });
    for (const file of files) {
      try {
        keys.push(readVerificationKey(file));
      } catch (error) {
        context.addIssue({ code: 'custom', message: `${shown(file)} ${reasonOf(error)}` });
      }
    }
    return keys;
  });
  const allowed = `paths of PEM files with commas between them, each a public RSA key or a certificate of ${RSA_MIN_BITS} bits or more`;
  return { schema, allowed };
}

/** One PEM file read as text, checked by `check`, which throws a sentence's end such as "is not a certificate". */
function pemFile(allowed: string, check: (pem: string) => void): SettingType<string> {
  const schema = z.string().transform((file, context) => {
    try {
      const pem = readPem(file);
      check(pem);
      return pem;
    } catch (error) {
      context.addIssue({ code: 'custom', message: `${shown(file)} ${reasonOf(error)}` });
      return z.NEVER;
    }
  });
  return { schema, allowed };
}

/** A TLS certificate, with its chain where there is one. */
export function certificateFile(): SettingType<string> {
  return pemFile('the path of a PEM file with a certificate', (pem) => {
    refuseUnless(() => new X509Certificate(pem), 'is not a certificate in PEM form');
  });
}

/** A private key that is not encrypted. */
export function privateKeyFile(): SettingType<string> {
  return pemFile('the path of a PEM file with an unencrypted private key', (pem) => {
    refuseUnless(() => createPrivateKey(pem), 'is not an unencrypted private key in PEM form');
  });
}

function readVerificationKey(file: string): VerificationKey {
  const pem = readPem(file);
  if (pem.includes('PRIVATE KEY'))
    throw new PemFault('holds a private key; only its public part belongs here');
  const certificate = pem.includes('BEGIN CERTIFICATE')
    ? refuseUnless(() => new X509Certificate(pem), 'is not a certificate in PEM form')
    : undefined;
  const publicKey = refuseUnless(
    () => certificate?.publicKey ?? createPublicKey(pem),
    'is not a public key in PEM form'
  );
  assertStrongRsa(publicKey);
  return {
    keyId: basename(file, extname(file)),
    file,
    publicKey,
    expiresAt: certificate === undefined ? undefined : new Date(certificate.validTo)
  };
}

function assertStrongRsa(key: KeyObject): void {
  if (key.asymmetricKeyType !== 'rsa') throw new PemFault('is not an RSA key, and only RS256 is accepted');
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < RSA_MIN_BITS) throw new PemFault(`is an RSA key of ${bits} bits; ${RSA_MIN_BITS} are needed`);
}

function readPem(file: string): string {
  if (isPemText(file)) throw new PemFault('is the text of a PEM file; give its path');
  return refuseUnless(() => readFileSync(file, 'utf8'), 'cannot be read; it is missing or access is denied');
}

/** A key pasted in place of its path must not reach the terminal or the log. */
function shown(file: string): string {
  return isPemText(file) ? 'the value' : file;
}

function isPemText(value: string): boolean {
  return value.includes('-----BEGIN');
}

class PemFault extends Error {}

function refuseUnless<T>(attempt: () => T, reason: string): T {
  try {
    return attempt();
  } catch (cause) {
    throw new PemFault(reason, { cause });
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof PemFault) return error.message;
  throw error;
}
