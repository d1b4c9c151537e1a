import { Connection } from '@jsforce/jsforce-node';
import { z } from 'zod';
import type { OrderWorld } from '../../../../test/faults/orders/world/order-world.ts';
import type { Row } from '../../../../test/faults/orders/world/org-client.ts';

const sessionSchema = z.object({ accessToken: z.string(), instanceUrl: z.string() });
const describedSchema = z.object({
  fields: z.array(z.object({ name: z.string(), createable: z.boolean(), type: z.string() }))
});
const cellSchema = z.union([z.string(), z.number(), z.boolean()]);

/** What the bare load is given: the accounts that the engine has made, each with all that it holds. */
export type LoadedRows = readonly Readonly<Record<string, string>>[];

/** Every account of a customer number, by the fields that a new one can have. */
export async function readAccounts({ client }: OrderWorld): Promise<LoadedRows> {
  const described = describedSchema.parse(
    await client.through((connection) => connection.sobject('Account').describe())
  );
  const names = described.fields
    .filter(
      ({ createable, type, name }) => createable && type !== 'reference' && !name.endsWith('GeocodeAccuracy')
    )
    .map(({ name }) => name);
  const rows = await client.query(
    `SELECT ${names.join(', ')} FROM Account WHERE Sage_Customer_No__c LIKE '01-B%'`
  );
  return rows.map((row) => filled(row, names));
}

/** The same rows under other numbers, so that each is a new record, by jsforce's own Bulk API 2.0. Gives seconds. */
export async function bareLoad(world: OrderWorld, rows: LoadedRows, division: string): Promise<number> {
  const session = sessionSchema.parse(
    await world.client.control('POST', '/sessions', { username: 'admin@ledger-bridge.example' })
  );
  const connection = new Connection({ ...session, version: '66.0' });
  connection.bulk2.pollInterval = 20;
  connection.bulk2.pollTimeout = 600_000;
  const input = rows.map((row) => ({
    ...row,
    Sage_Customer_No__c: `${division}${(row['Sage_Customer_No__c'] ?? '').slice(2)}`
  }));
  const startedAt = performance.now();
  const { successfulResults } = await connection.bulk2.loadAndWaitForResults({
    object: 'Account',
    operation: 'upsert',
    externalIdFieldName: 'Sage_Customer_No__c',
    input
  });
  const seconds = (performance.now() - startedAt) / 1_000;
  if (successfulResults.length === rows.length) return seconds;
  throw new Error(`${successfulResults.length} of ${rows.length} rows were taken by the bare load`);
}

function filled(row: Row, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const cell = cellSchema.safeParse(row[name]);
      return cell.success ? [[name, String(cell.data)]] : [];
    })
  );
}
