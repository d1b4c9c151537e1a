import { Decimal } from 'decimal.js';
import { formatMoney } from '../../canonical/money.ts';
import type { OpenOrderRow } from '../../canonical/reports/report-row.ts';
import type { SalesOrder, SalesOrderLine } from '../../canonical/sales-order.ts';

/** SO_SalesOrderHeader.OrderStatus: C closed. */
const CLOSED = 'C';

/**
 * The row of an order in the report of open orders; undefined for quotes, master and repeating orders, which promise
 * nothing, and for closed ones. Needs the order with its lines.
 */
export function openOrderRow(order: SalesOrder): OpenOrderRow | undefined {
  const isOrder = order.kind === 'standard' || order.kind === 'backOrder';
  if (!isOrder || order.orderStatus === CLOSED) return undefined;
  const lines = order.lines.filter(({ itemType }) => itemType !== 'comment');
  const open = lines.filter((line) => !openQuantity(line).isZero());
  return {
    salesOrderNo: order.salesOrderNo,
    arDivisionNo: order.arDivisionNo,
    customerNo: order.customerNo,
    billToName: order.billToName,
    orderDate: order.orderDate,
    shipDate: order.shipDate,
    status: order.orderStatus,
    customerPONo: order.customerPONo,
    lineCount: lines.length,
    openLineCount: open.length,
    openAmount: formatMoney(open.map(openAmount).reduce((sum, amount) => sum.plus(amount), new Decimal(0))),
    total: order.total
  };
}

/** What is still to be shipped; of a line that was shipped beyond what was ordered nothing is. */
function openQuantity({ quantityOrdered, quantityShipped }: SalesOrderLine): Decimal {
  const ordered = new Decimal(quantityOrdered);
  const left = ordered.minus(quantityShipped);
  return left.isNegative() === ordered.isNegative() ? left : new Decimal(0);
}

/** In cents, line by line, as Sage rounds an extension. */
function openAmount(line: SalesOrderLine): Decimal {
  const share = new Decimal(100).minus(line.discountPercent).div(100);
  return openQuantity(line).times(line.unitPrice).times(share).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}
