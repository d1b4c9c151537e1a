import { Decimal } from 'decimal.js';
import type { Change, WritePlan } from '../company/write-plan.ts';
import { stampColumns } from '../company/stamps.ts';
import type { CurrentRecord } from '../records/current-record.ts';
import type { SessionState } from '../session/session-state.ts';
import { factorOf } from './line-rules.ts';
import { isOpenOrder } from './order-document.ts';
import { orderTotal } from './order-totals.ts';

/** An order as it was, or as it will be. */
export interface OrderState {
  readonly header: CurrentRecord;
  readonly lines: readonly CurrentRecord[];
}

interface Held {
  onSalesOrder: Decimal;
  onBackOrder: Decimal;
}

/** Raises and lowers stock on order and the customer's open orders by the difference between two states of an order. */
export function planQuantities(
  session: SessionState,
  before: OrderState | undefined,
  after: OrderState | undefined
): WritePlan {
  const held = new Map<string, Held>();
  if (before !== undefined) addHeld(held, before, -1);
  if (after !== undefined) addHeld(held, after, 1);
  const stock = [...held].map(([key, change]) => stockChange(session, key, change));
  return [...stock.filter((change) => change !== undefined), ...openOrderChange(session, before, after)];
}

function addHeld(held: Map<string, Held>, { header, lines }: OrderState, sign: 1 | -1): void {
  if (!isOpenOrder(header)) return;
  for (const line of lines.filter((each) => each.text('ItemType') === '1')) {
    const key = `${line.text('WarehouseCode')}/${line.text('ItemCode')}`;
    const known = held.get(key) ?? { onSalesOrder: new Decimal(0), onBackOrder: new Decimal(0) };
    const factor = factorOf(line).times(sign);
    const backordered = header.text('OrderType') === 'B' ? 'QuantityOrdered' : 'QuantityBackordered';
    const open = line.decimal('QuantityOrdered').minus(line.decimal(backordered));
    known.onSalesOrder = known.onSalesOrder.plus(open.times(factor));
    known.onBackOrder = known.onBackOrder.plus(line.decimal(backordered).times(factor));
    held.set(key, known);
  }
}

function stockChange(
  session: SessionState,
  key: string,
  { onSalesOrder, onBackOrder }: Held
): Change | undefined {
  if (onSalesOrder.isZero() && onBackOrder.isZero()) return undefined;
  const slash = key.indexOf('/');
  const stamps = stampAssignments(session, 'IM_ItemWarehouse');
  const sql = `UPDATE IM_ItemWarehouse SET QuantityOnSalesOrder = round(QuantityOnSalesOrder + ?, 6),
    QuantityOnBackOrder = round(QuantityOnBackOrder + ?, 6)${stamps.sql} WHERE ItemCode = ? AND WarehouseCode = ?`;
  const amounts = [onSalesOrder.toString(), onBackOrder.toString()];
  const values = [...amounts, ...stamps.values, key.slice(slash + 1), key.slice(0, slash)];
  // Older orders may hold items of a warehouse that was removed since.
  return { sql, values, mustChange: false };
}

function openOrderChange(
  session: SessionState,
  before: OrderState | undefined,
  after: OrderState | undefined
): Change[] {
  const difference = openAmount(after).minus(openAmount(before));
  const header = after?.header ?? before?.header;
  if (header === undefined || difference.isZero()) return [];
  const stamps = stampAssignments(session, 'AR_Customer');
  const sql = `UPDATE AR_Customer SET OpenOrderAmt = round(OpenOrderAmt + ?, 2)${stamps.sql}
    WHERE ARDivisionNo = ? AND CustomerNo = ?`;
  const key = [header.text('ARDivisionNo'), header.text('CustomerNo')];
  return [{ sql, values: [difference.toString(), ...stamps.values, ...key], mustChange: true }];
}

function openAmount(order: OrderState | undefined): Decimal {
  return order !== undefined && isOpenOrder(order.header) ? orderTotal(order.header) : new Decimal(0);
}

function stampAssignments(
  session: SessionState,
  table: string
): { sql: string; values: (string | number | null)[] } {
  if (session.state.settings.stampQuantities !== 'Y') return { sql: '', values: [] };
  const stamps = stampColumns(session.database.table(table), session.userKey, false);
  const sql = Object.keys(stamps).map((name) => `, ${name} = ?`);
  return { sql: sql.join(''), values: Object.values(stamps) };
}
