import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from '@jsforce/jsforce-node';
import { z } from 'zod';
import { type RunningOrg, startOrg, type StartOptions } from '../index.ts';
import { temporaryDirectory } from './temporary-directory.ts';

/** The small package that tests load. */
export const fixturePackage = join(import.meta.dirname, '../../fixtures/force-app');

/** Users of the org. */
export const admin = 'admin@ledger-bridge.example';
export const rep = 'rep@ledger-bridge.example';
export const noAccess = 'noaccess@ledger-bridge.example';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** Key pair of the certificate Sage_Callout_Signing, and of the External Client App `integration`. */
export const signingKeys: { readonly privateKey: KeyObject; readonly publicKey: KeyObject } = {
  privateKey,
  publicKey
};
export const privateKeyPem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
export const publicKeyPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();

/** Starts an org with the fixture package on a free port. */
export function startTestOrg(options: Partial<StartOptions> = {}): Promise<RunningOrg> {
  return startOrg({
    packageDirectory: fixturePackage,
    certificates: { Sage_Callout_Signing: privateKeyPem },
    namedCredentialUrls: {},
    externalClientApps: [{ consumerKey: 'integration', certificate: publicKeyPem }],
    ...options
  });
}

const sessionSchema = z.object({ accessToken: z.string(), userId: z.string(), instanceUrl: z.string() });

/** A session of a user, by the control plane. */
export async function startSession(
  org: RunningOrg,
  username: string
): Promise<z.infer<typeof sessionSchema>> {
  return sessionSchema.parse(await control(org, 'POST', '/sessions', { username }));
}

/**
 * Asks the control plane, such as `control(org, 'POST', '/reset')`, and answers its JSON, if any. Throws an Error
 * with its words when it refuses.
 */
export async function control(
  org: Pick<RunningOrg, 'controlUrl'>,
  method: 'DELETE' | 'GET' | 'PATCH' | 'POST',
  path: string,
  body?: unknown
): Promise<unknown> {
  const response = await fetch(`${org.controlUrl}${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${String(response.status)}: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

/** An unmodified jsforce connection of a user. */
export async function connect(org: RunningOrg, username: string): Promise<Connection> {
  const { accessToken, instanceUrl } = await startSession(org, username);
  return new Connection({ instanceUrl, accessToken, version: '66.0' });
}

/** A copy of the fixture package, for the running test, in which one file's text is changed. */
export function changedPackage(file: string, change: (xml: string) => string): string {
  const directory = temporaryDirectory();
  cpSync(fixturePackage, directory, { recursive: true });
  const path = join(directory, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  if (after === before)
    throw new Error(`The change leaves ${file} as it was, so the test would show nothing`);
  writeFileSync(path, after);
  return directory;
}
