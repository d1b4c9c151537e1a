import type { CustomerKey } from '../../../canonical/customer-key.ts';
import type { SalesOrder } from '../../../canonical/sales-order.ts';
import { LedgerBridgeError } from '../../../errors/ledger-bridge-error.ts';
import { valueFaults } from '../../../rules/written-values/value-faults.ts';
import { code, division } from '../../records/key-segments.ts';
import { tableFacts } from '../table-facts.ts';
import { throwFaults } from '../throw-faults.ts';
import type { WritingParts } from '../writing-parts.ts';

type Parts = Pick<WritingParts, 'catalogue' | 'columns' | 'records' | 'orderRequestKeyField'>;

/** The column that holds request keys. Throws LB520 where none is set up, LB505 or LB506 for a key it cannot hold. */
export async function orderRequestKeyColumn(requestKey: string, parts: Parts): Promise<string> {
  const column = parts.orderRequestKeyField;
  const table = await tableFacts(parts.catalogue, 'SO_SalesOrderHeader');
  if (column === undefined || !table.columns.some(({ name }) => name === column)) {
    const which = column === undefined ? 'No user-defined field' : `No column ${column} of ${table.name}`;
    throw new LedgerBridgeError('LB520', {
      detail: `${which} is there to keep the key of a request for an order.`
    });
  }
  const value = { column, field: 'requestKey', kind: 'userDefined', value: requestKey } as const;
  throwFaults(valueFaults([value], table), 'the request');
  return column;
}

/**
 * The order that Sage has under this request key, open or in the history, undefined when there is none. The customer's
 * own orders are looked through, by the index that Sage keeps of them. Rejects with LB3xx.
 */
export async function findOrderOfRequest(
  requestKey: string,
  customer: CustomerKey,
  column: string,
  parts: Parts
): Promise<SalesOrder | undefined> {
  const where = {
    ARDivisionNo: division(customer.arDivisionNo),
    CustomerNo: code(customer.customerNo),
    [column]: requestKey
  };
  const numberIn = async (table: string): Promise<string | undefined> => {
    const rows = await parts.columns.rows(table, where, ['SalesOrderNo', column]);
    // SQL Server compares without regard to case; keys of Salesforce differ by case alone.
    return rows.find((row) => row[column] === requestKey)?.['SalesOrderNo'] ?? undefined;
  };
  const open = await numberIn('SO_SalesOrderHeader');
  if (open !== undefined) {
    const [order] = await parts.records.salesOrders.byKeys([open]);
    if (order !== undefined) return order;
  }
  if (!(await hasColumn('SO_SalesOrderHistoryHeader', column, parts))) return undefined;
  const past = await numberIn('SO_SalesOrderHistoryHeader');
  return past === undefined ? undefined : (await parts.records.salesOrderHistory.byKeys([past]))[0];
}

async function hasColumn(table: string, column: string, { catalogue }: Parts): Promise<boolean> {
  const described = await catalogue.describe(table);
  return described?.columns.some(({ name }) => name === column) ?? false;
}
