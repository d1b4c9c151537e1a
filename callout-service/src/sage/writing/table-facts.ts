import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { TableFacts } from '../../rules/written-values/written-value.ts';
import type { SageCatalogue } from '../port/sage-catalogue.ts';

/** A table as the data source shows it now. Rejects with LB3xx; LB306 when it does not show the table. */
export async function tableFacts(catalogue: SageCatalogue, name: string): Promise<TableFacts> {
  const table = await catalogue.describe(name);
  if (table !== undefined) return table;
  throw new LedgerBridgeError('LB306', { detail: `The data source does not show ${name}.` });
}
