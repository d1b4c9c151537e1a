import { Connection } from '@jsforce/jsforce-node';
import type { BenchmarkOrg } from './benchmark-org.ts';

/** How fast rows went through a kind of Bulk job, as an unmodified jsforce saw it. */
export interface BulkResult {
  readonly what: string;
  readonly rows: number;
  readonly elapsedMs: number;
}

const ROWS = 20_000;

/** Bulk API 2.0 with jsforce: insert and upsert of rows, and a query of them, each from start to the last result. */
export async function measureBulk({ url, token }: BenchmarkOrg): Promise<BulkResult[]> {
  const connection = new Connection({ instanceUrl: url, accessToken: token, version: '66.0' });
  connection.bulk2.pollInterval = 20;
  connection.bulk2.pollTimeout = 120_000;
  const input = Array.from({ length: ROWS }, (_none, index) => ({
    Sage_Customer_No__c: `02-${String(index).padStart(7, '0')}`,
    Name: `Bulk customer ${index}`,
    BillingCity: 'Hamburg'
  }));
  const insert = await timed('Bulk insert', async () => {
    const options = { object: 'Account', operation: 'insert' as const, input };
    const { successfulResults } = await connection.bulk2.loadAndWaitForResults(options);
    return successfulResults.length;
  });
  const upsert = await timed('Bulk upsert', async () => {
    const externalIdFieldName = 'Sage_Customer_No__c';
    const options = { object: 'Account', operation: 'upsert' as const, externalIdFieldName, input };
    const { successfulResults } = await connection.bulk2.loadAndWaitForResults(options);
    return successfulResults.length;
  });
  const query = await timed('Bulk query', async () => {
    const soql = "SELECT Id, Name, Sage_Customer_No__c FROM Account WHERE Sage_Customer_No__c LIKE '02-%'";
    const rows = await (await connection.bulk2.query(soql)).toArray();
    return rows.length;
  });
  return [insert, upsert, query];
}

async function timed(what: string, work: () => Promise<number>): Promise<BulkResult> {
  const begun = performance.now();
  const rows = await work();
  if (rows !== ROWS) throw new Error(`${what}: ${rows} rows came through instead of ${ROWS}`);
  return { what, rows, elapsedMs: performance.now() - begun };
}
