import { z } from 'zod';

const sessionSchema = z.object({ accessToken: z.string() });
const accountsSchema = z.object({ records: z.array(z.object({ Id: z.string() })) });

/** The user whose page the demo shows: a sales rep with the permission set Ledger Bridge Rep. */
export const REP = 'rep@ledger-bridge.example';

/** Where the local org answers as Salesforce, and where its control plane is. */
export interface OrgAddresses {
  readonly url: string;
  readonly controlUrl: string;
}

/**
 * The id of the account that is linked to a Sage customer, read from the local org as the sales rep.
 * Throws an error with the org's own words when it cannot be read, or when no account carries the number.
 */
export async function findAccountId(org: OrgAddresses, sageCustomerNo: string): Promise<string> {
  const session = sessionSchema.parse(
    await readJson(`${org.controlUrl}/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: REP })
    })
  );
  const soql = `SELECT Id FROM Account WHERE Sage_Customer_No__c = '${sageCustomerNo}'`;
  const answer = accountsSchema.parse(
    await readJson(`${org.url}/services/data/v66.0/query?q=${encodeURIComponent(soql)}`, {
      headers: { authorization: `Bearer ${session.accessToken}` }
    })
  );
  const id = answer.records[0]?.Id;
  if (id === undefined)
    throw new Error(`The local org has no account with Sage customer number ${sageCustomerNo}.`);
  return id;
}

async function readJson(url: string, request: RequestInit): Promise<unknown> {
  const response = await fetch(url, { ...request, signal: AbortSignal.timeout(10_000) });
  if (response.ok) return response.json();
  throw new Error(`${url} answered ${String(response.status)}: ${await response.text()}`);
}
