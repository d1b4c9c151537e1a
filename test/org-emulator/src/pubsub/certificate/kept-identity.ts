import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { selfSignedCertificate, type ServerIdentity } from './self-signed.ts';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----\n?/;

/**
 * The identity in a PEM file of certificate and key, which is made if it is missing: an org that starts again is known to
 * its clients by the certificate that it had before.
 */
export function keptIdentity(file: string): ServerIdentity {
  if (!existsSync(file)) {
    const made = selfSignedCertificate();
    writeFileSync(file, `${made.certificate}${made.privateKey}`, { mode: 0o600 });
    return made;
  }
  const text = readFileSync(file, 'utf8');
  const [certificate] = CERTIFICATE.exec(text) ?? [];
  if (certificate === undefined) throw new Error(`${file} holds no certificate`);
  return { certificate, privateKey: text.replace(CERTIFICATE, '') };
}
