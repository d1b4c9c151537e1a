import odbc from 'odbc';
import { z } from 'zod';
import type { CustomerKey } from '../../../callout-service/src/canonical/customer-key.ts';
import { arCustomer } from '../../../callout-service/src/sage/catalogue/ar-customer.ts';
import {
  customerSelect,
  openInvoicesSelect,
  openOrdersSelect
} from '../../../callout-service/src/sage/customer-account-selects.ts';
import { providexDialect } from '../../../callout-service/src/sage/sql/providex-dialect.ts';
import { inParallel } from '../load/in-parallel.ts';

// The lower bound: the statements of one customer's summary through node-odbc and nothing else, in a process that does
// nothing else. The text of the statements is the service's own and is made before the clock runs.

const environment = z
  .object({ SAGE_ODBC_CONNECTION_STRING: z.string(), PARALLEL: z.coerce.number().int().positive() })
  .parse(process.env);
const runSchema = z.object({ keys: z.array(z.object({ arDivisionNo: z.string(), customerNo: z.string() })) });

const connections = await Promise.all(
  Array.from({ length: environment.PARALLEL }, () => odbc.connect(environment.SAGE_ODBC_CONNECTION_STRING))
);

function statementsOf(key: CustomerKey): string[] {
  return [customerSelect, openInvoicesSelect, openOrdersSelect].map(
    (ofKey) => ofKey(providexDialect, key).sql
  );
}

async function read(connection: odbc.Connection, statements: readonly string[]): Promise<void> {
  const results: { length: number }[] = [];
  for (const sql of statements) results.push(await connection.query(sql));
  if (results[0]?.length !== 1) throw new Error(`Not one customer was read: ${String(statements[0])}`);
}

async function customerKeys(): Promise<CustomerKey[]> {
  const { sql } = providexDialect.select(arCustomer, { columns: ['ARDivisionNo', 'CustomerNo'] });
  const rows = z
    .array(z.object({ ARDivisionNo: z.string(), CustomerNo: z.string() }))
    .parse([...((await connections[0]?.query(sql)) ?? [])]);
  return rows.map((row) => ({ arDivisionNo: row.ARDivisionNo, customerNo: row.CustomerNo }));
}

process.on('message', (message) => {
  const reads = runSchema.parse(message).keys.map(statementsOf);
  void inParallel(connections, reads, read).then((result) => process.send?.({ ...result }));
});

process.once('SIGTERM', () => {
  void Promise.all(connections.map((connection) => connection.close())).then(() => process.exit(0));
});

process.send?.({ type: 'ready', keys: await customerKeys() });
