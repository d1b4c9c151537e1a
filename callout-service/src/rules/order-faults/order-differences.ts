import { Decimal } from 'decimal.js';
import type { SalesOrderDraft } from '../../canonical/drafts/sales-order-draft.ts';
import type { SalesOrder, SalesOrderLine } from '../../canonical/sales-order.ts';

/**
 * How an order that Sage has differs from the one that was asked for, in words; empty when it holds all of it. Lines
 * that Sage added, as the parts of a kit, are no difference; of a cancelled line only the item is compared, since its
 * quantity is gone.
 */
export function orderDifferences(draft: SalesOrderDraft, order: SalesOrder): string[] {
  const customer = `${order.arDivisionNo}-${order.customerNo}`;
  const differences =
    customer === draft.customerNo.trim().toUpperCase() ? [] : ['It belongs to another customer.'];
  const left = order.lines.filter(({ itemType }) => itemType !== 'comment');
  draft.lines.forEach((line, index) => {
    if (line.kind === 'comment') return;
    const at = left.findIndex((candidate) => holds(candidate, line.itemCode, line.quantity));
    if (at < 0) differences.push(`It has no line with item and quantity of lines[${index}].`);
    else left.splice(at, 1);
  });
  return differences;
}

function holds(line: SalesOrderLine, itemCode: string, quantity: string): boolean {
  if (line.itemCode !== itemCode.trimEnd().toUpperCase()) return false;
  return line.cancelled || new Decimal(line.quantityOrdered).equals(quantity);
}
