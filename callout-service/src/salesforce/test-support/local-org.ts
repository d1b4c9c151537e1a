import { generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningOrg, startOrg, type StartOptions } from '@ledger-bridge/org-emulator';
import { z } from 'zod';
import type { SalesforceConfiguration } from '../../config/salesforce.ts';

/** A small package with objects and fields of every type, that the local org loads fast. */
const fixturePackage = join(import.meta.dirname, '../../../../test/org-emulator/fixtures/force-app');

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' }
});

/** Starts a local org in which the service may log in. */
export function startLocalOrg(options: Partial<StartOptions> = {}): Promise<RunningOrg> {
  return startOrg({
    packageDirectory: fixturePackage,
    certificates: { Sage_Callout_Signing: privateKey },
    namedCredentialUrls: {},
    externalClientApps: [{ consumerKey: 'ledger-bridge', certificate: publicKey, name: 'Ledger Bridge' }],
    ...options
  });
}

/** A copy of the small package in which an Account may not have the site `refused`. */
export function packageWithRule(): string {
  const directory = mkdtempSync(join(tmpdir(), 'ledger-bridge-package-'));
  cpSync(fixturePackage, directory, { recursive: true });
  const rules = join(directory, 'main/accounts/objects/Account/validationRules');
  mkdirSync(rules);
  writeFileSync(join(rules, 'Site_Is_Welcome.validationRule-meta.xml'), validationRule);
  return directory;
}

const validationRule = `<?xml version="1.0" encoding="UTF-8"?>
<ValidationRule xmlns="http://soap.sforce.com/2006/04/metadata">
    <fullName>Site_Is_Welcome</fullName>
    <active>true</active>
    <errorConditionFormula>Site = "refused"</errorConditionFormula>
    <errorDisplayField>Site</errorDisplayField>
    <errorMessage>Ask Ms. Miller before you deliver there.</errorMessage>
</ValidationRule>
`;

/** The settings with which the service deals with a local org. */
export function configurationOf(
  org: Pick<RunningOrg, 'pubSub' | 'url'>,
  changes: Partial<SalesforceConfiguration> = {}
): SalesforceConfiguration {
  return {
    loginUrl: org.url,
    clientId: 'ledger-bridge',
    username: 'admin@ledger-bridge.example',
    privateKey,
    namespace: undefined,
    apiVersion: '66.0',
    pubSubEndpoint: org.pubSub.endpoint,
    pubSubCaFile: undefined,
    requestTimeoutMs: 10_000,
    maxParallel: 5,
    apiReservePercent: 10,
    silenceTimeoutMs: 300_000,
    catchUpMinutes: 10,
    statusMinutes: 1,
    reportDirectory: undefined,
    ...changes
  };
}

/** Asks the org's control plane, and answers its JSON, if any. */
export async function control(
  org: Pick<RunningOrg, 'controlUrl'>,
  method: 'DELETE' | 'GET' | 'PATCH' | 'POST',
  path: string,
  body?: unknown
): Promise<unknown> {
  const response = await fetch(`${org.controlUrl}${path}`, {
    method,
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body)
    })
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

const requestsSchema = z.array(
  z.object({ api: z.string(), method: z.string(), path: z.string(), status: z.number().nullable() })
);

/** What the org was asked, oldest first, as `POST /services/oauth2/token`. */
export async function requestsOf(org: RunningOrg, match: string): Promise<string[]> {
  const path = `/requests?match=${encodeURIComponent(match)}`;
  const requests = requestsSchema.parse(await control(org, 'GET', path));
  return requests.map((each) => `${each.method} ${decodeURIComponent(each.path)}`);
}
