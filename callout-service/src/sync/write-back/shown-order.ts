import { createHash } from 'node:crypto';
import { Decimal } from 'decimal.js';
import type { CalendarDay } from '../../canonical/calendar-day.ts';
import { formatMoney, type Money } from '../../canonical/money.ts';
import type { Quantity } from '../../canonical/quantity.ts';
import type { SalesOrder, SalesOrderLine } from '../../canonical/sales-order.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { orderState } from '../../inquiry/orders/order-state.ts';
import type { OrderStatus } from '../../rules/order-status/order-status.ts';

/** What Salesforce shows of an order's line. */
export interface ShownLine {
  readonly lineKey: string;
  /** Whose stock the line moves; it is shown nowhere, and counts in no digest. */
  readonly itemCode: string | null;
  readonly unitPrice: Quantity;
  readonly extension: Money;
  readonly shipped: Quantity;
  readonly backordered: Quantity;
  readonly invoiced: Quantity;
}

/** What Salesforce shows of an order that Sage has. Total = subtotal − discount + tax + freight. */
export interface ShownOrder {
  readonly gone: false;
  readonly status: OrderStatus;
  /** Taxable and not taxable together, before the order's discount. */
  readonly subtotal: Money;
  readonly discount: Money;
  readonly tax: Money;
  readonly freight: Money;
  readonly total: Money;
  readonly lines: readonly ShownLine[];
}

/** An order that neither the open orders nor the history of Sage hold any more: only a status can be shown. */
export interface GoneOrder {
  readonly gone: true;
  readonly status: 'completed' | 'cancelled';
}

export type Shown = ShownOrder | GoneOrder;

/**
 * What Salesforce shows of an order, as Sage has it on that day.
 * @throws LB308 when Sage keeps a letter for its status that has no meaning.
 */
export function shownOrder(order: SalesOrder, today: CalendarDay): ShownOrder {
  const status = orderState(order, today);
  if (status === 'unknown') {
    throw new LedgerBridgeError('LB308', {
      detail: `Sales order ${order.salesOrderNo} has the status "${order.orderStatus}" in Sage, which has no meaning.`
    });
  }
  return {
    gone: false,
    status,
    subtotal: formatMoney(new Decimal(order.taxableAmount).plus(order.nonTaxableAmount)),
    discount: order.discountAmount,
    tax: order.salesTaxAmount,
    freight: order.freightAmount,
    total: order.total,
    lines: order.lines.map(shownLine)
  };
}

/**
 * What is shown of an order that is gone. Sage keeps history only where it is told to ("Retain sales order history"), so an
 * order may leave without a trace when it is completed, and when it is deleted: what was shipped was completed.
 */
export function goneOrder(lastStatus: string | undefined): GoneOrder {
  const shipped = ['partlyShipped', 'shipped', 'invoiced', 'completed'].includes(lastStatus ?? '');
  return { gone: true, status: shipped ? 'completed' : 'cancelled' };
}

/** Equal for what looks equal in Salesforce, in whatever order Sage gives the lines. */
export function digestOf(shown: Shown): string {
  const text = shown.gone ? ['gone', shown.status] : figuresOf(shown);
  return createHash('sha256').update(JSON.stringify(text)).digest('hex').slice(0, 32);
}

/** Whether nothing is expected to change any more. */
export function isFinal({ status }: Shown): boolean {
  return status === 'completed' || status === 'cancelled';
}

function shownLine(line: SalesOrderLine): ShownLine {
  return {
    lineKey: line.lineKey,
    itemCode: line.itemCode,
    unitPrice: line.unitPrice,
    extension: line.extensionAmount,
    shipped: line.quantityShipped,
    backordered: line.quantityBackordered,
    invoiced: line.quantityInvoiced
  };
}

function figuresOf({ status, subtotal, discount, tax, freight, total, lines }: ShownOrder) {
  const figures = lines.map((line) => [
    line.lineKey,
    line.unitPrice,
    line.extension,
    line.shipped,
    line.backordered,
    line.invoiced
  ]);
  const inOrder = figures.toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1));
  return [status, subtotal, discount, tax, freight, total, inOrder];
}
