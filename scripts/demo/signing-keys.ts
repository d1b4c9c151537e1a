import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The two halves of a certificate: one side signs with one, the other checks with the other. */
export interface SigningKeyFiles {
  readonly privateKeyFile: string;
  readonly publicKeyFile: string;
}

/** Makes a new RSA key pair of this name for this run; both files can be read by their owner only. */
export function createSigningKeys(directory: string, name = 'sage-callout-signing'): SigningKeyFiles {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' }
  });
  const privateKeyFile = join(directory, `${name}.key.pem`);
  const publicKeyFile = join(directory, `${name}.pub.pem`);
  writeFileSync(privateKeyFile, privateKey, { mode: 0o600 });
  writeFileSync(publicKeyFile, publicKey, { mode: 0o600 });
  return { privateKeyFile, publicKeyFile };
}
