import { randomUUID } from 'node:crypto';
import { salesOrderDraftSchema, type SalesOrderDraft } from '../../../canonical/drafts/sales-order-draft.ts';
import { LedgerBridgeError } from '../../../errors/ledger-bridge-error.ts';
import type { WritingCompany } from './writing-company.ts';

export const CABINET = '1001-HON-H252';

/** An order of two cabinets for 01-ABF under a key of its own, with changes. */
export function someOrder(changes: Partial<Record<keyof SalesOrderDraft, unknown>> = {}): SalesOrderDraft {
  return salesOrderDraftSchema.parse({
    requestKey: randomUUID(),
    customerNo: '01-ABF',
    lines: [itemLine()],
    ...changes
  });
}

export function itemLine(changes: Readonly<Record<string, unknown>> = {}) {
  return { kind: 'item', itemCode: CABINET, quantity: '2', ...changes };
}

/** What a write is rejected with. */
export async function refusalOf(write: Promise<unknown>): Promise<LedgerBridgeError> {
  const error: unknown = await write.then(
    (receipt) => new Error(`it was written: ${JSON.stringify(receipt)}`),
    (thrown: unknown) => thrown
  );
  if (error instanceof LedgerBridgeError) return error;
  throw error;
}

/** Everything that a refused order must leave as it is: orders, lines, history, stock, open orders, the next number. */
export async function traces(sage: WritingCompany): Promise<unknown> {
  const tables = [];
  for (const select of TRACES) tables.push(await sage.rows(select));
  const { locks } = await sage.company.control.boiStatus();
  return { tables, locks };
}

const TRACES = [
  'SELECT SalesOrderNo, TaxableAmt FROM SO_SalesOrderHeader ORDER BY SalesOrderNo',
  'SELECT SalesOrderNo, OrderStatus FROM SO_SalesOrderHistoryHeader ORDER BY SalesOrderNo',
  'SELECT SalesOrderNo, LineKey FROM SO_SalesOrderDetail ORDER BY SalesOrderNo, LineKey',
  'SELECT ARDivisionNo, CustomerNo, OpenOrderAmt FROM AR_Customer ORDER BY ARDivisionNo, CustomerNo',
  'SELECT ItemCode, WarehouseCode, QuantityOnSalesOrder FROM IM_ItemWarehouse ORDER BY ItemCode, WarehouseCode'
];

/** Names and prices of all master data, which a refused write must leave as they are. */
export async function masters(sage: WritingCompany): Promise<unknown> {
  const tables = [];
  for (const select of MASTERS) tables.push(await sage.rows(select));
  return tables;
}

const MASTERS = [
  'SELECT ARDivisionNo, CustomerNo, CustomerName FROM AR_Customer',
  'SELECT CustomerNo, ContactCode, ContactName FROM AR_CustomerContact',
  'SELECT CustomerNo, ShipToCode, ShipToName FROM SO_ShipToAddress',
  'SELECT ItemCode, StandardUnitPrice, InactiveItem FROM CI_Item'
];
