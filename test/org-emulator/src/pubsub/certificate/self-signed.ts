import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { bits, der, integer, objectId, octets, sequence, setOf, tagged, utcTime, utf8, yes } from './der.ts';

/** A key and the certificate of its public part, both PEM. */
export interface ServerIdentity {
  readonly privateKey: string;
  readonly certificate: string;
}

const ecdsaWithSha256 = sequence(objectId('1.2.840.10045.4.3.2'));
const dayMs = 24 * 60 * 60 * 1000;

/** A new key and a certificate for localhost and 127.0.0.1 that it signed itself (RFC 5280), good for a year. */
export function selfSignedCertificate(): ServerIdentity {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = publicKey.export({ type: 'spki', format: 'der' });
  const name = sequence(setOf(sequence(objectId('2.5.4.3'), utf8('localhost'))));
  const now = Date.now();
  const signed = sequence(
    tagged(0, integer(Buffer.from([2]))),
    integer(serialNumber()),
    ecdsaWithSha256,
    name,
    sequence(utcTime(new Date(now - dayMs)), utcTime(new Date(now + 365 * dayMs))),
    name,
    key,
    tagged(3, sequence(...extensions(key)))
  );
  const signature = sign('sha256', signed, privateKey);
  const certificate = sequence(signed, ecdsaWithSha256, bits(signature));
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: pem(certificate)
  };
}

/** Positive, and random so that two runs are not taken for one. */
function serialNumber(): Buffer {
  const bytes = randomBytes(16);
  bytes.writeUInt8((bytes.readUInt8() & 0x3f) | 0x40);
  return bytes;
}

/** It may sign itself, and stands for localhost. */
function extensions(key: Buffer): Buffer[] {
  const names = sequence(
    der(0x82, Buffer.from('localhost')),
    der(0x87, Buffer.from([127, 0, 0, 1])),
    der(0x87, Buffer.from([...Array<number>(15).fill(0), 1]))
  );
  const keyId = createHash('sha1').update(key).digest();
  return [
    sequence(objectId('2.5.29.19'), yes, octets(sequence(yes))),
    sequence(objectId('2.5.29.14'), octets(octets(keyId))),
    sequence(objectId('2.5.29.17'), octets(names))
  ];
}

function pem(certificate: Buffer): string {
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
