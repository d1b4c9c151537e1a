import { z } from 'zod';

const sessionSchema = z.object({ accessToken: z.string() });
const queryAnswerSchema = z.object({ records: z.array(z.record(z.string(), z.unknown())) });

/** The user whose page the demo shows: a sales rep with the permission set Ledger Bridge Rep. */
export const REP = 'rep@ledger-bridge.example';

/** Where the local org answers as Salesforce, and where its control plane is. */
export interface OrgAddresses {
  readonly url: string;
  readonly controlUrl: string;
}

/** The admin of the local org. */
export const ADMIN = 'admin@ledger-bridge.example';

/** What a user finds in the local org. Throws an error with the org's own words. */
export async function queryOrg(
  org: OrgAddresses,
  username: string,
  soql: string
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const session = sessionSchema.parse(
    await readJson(`${org.controlUrl}/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username })
    })
  );
  const answer = await readJson(`${org.url}/services/data/v66.0/query?q=${encodeURIComponent(soql)}`, {
    headers: { authorization: `Bearer ${session.accessToken}` }
  });
  return queryAnswerSchema.parse(answer).records;
}

/**
 * The id of the account that is linked to a Sage customer, read from the local org as the sales rep. Throws an error when
 * it cannot be read, or when no account carries the number.
 */
export async function findAccountId(org: OrgAddresses, sageCustomerNo: string): Promise<string> {
  return findId(org, `SELECT Id FROM Account WHERE Sage_Customer_No__c = '${sageCustomerNo}'`);
}

/** The id of the opportunity of that name. Throws as `findAccountId`. */
export function findOpportunityId(org: OrgAddresses, name: string): Promise<string> {
  return findId(org, `SELECT Id FROM Opportunity WHERE Name = '${name}'`);
}

async function findId(org: OrgAddresses, soql: string): Promise<string> {
  const [record] = await queryOrg(org, REP, soql);
  const id = record?.['Id'];
  if (typeof id !== 'string') throw new Error(`The local org has no record of: ${soql}`);
  return id;
}

async function readJson(url: string, request: RequestInit): Promise<unknown> {
  const response = await fetch(url, { ...request, signal: AbortSignal.timeout(10_000) });
  if (response.ok) return response.json();
  throw new Error(`${url} answered ${String(response.status)}: ${await response.text()}`);
}
