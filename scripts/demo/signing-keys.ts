import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The two halves of the certificate `Sage_Callout_Signing`: the org signs with one, the service checks with the other. */
export interface SigningKeyFiles {
  readonly privateKeyFile: string;
  readonly publicKeyFile: string;
}

/** Makes a new RSA key pair for this run; both files can be read by their owner only. */
export function createSigningKeys(directory: string): SigningKeyFiles {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' }
  });
  const privateKeyFile = join(directory, 'sage-callout-signing.key.pem');
  const publicKeyFile = join(directory, 'sage-callout-signing.pub.pem');
  writeFileSync(privateKeyFile, privateKey, { mode: 0o600 });
  writeFileSync(publicKeyFile, publicKey, { mode: 0o600 });
  return { privateKeyFile, publicKeyFile };
}
