import { Decimal } from 'decimal.js';
import type { SalesOrderLine } from '../../../canonical/sales-order.ts';
import { formatQuantity } from '../../../canonical/quantity.ts';
import { soArInvoiceHistoryLink } from '../../catalogue/so-ar-invoice-history-link.ts';
import { defineChild } from '../definition.ts';

/** What of an order's lines stands on posted invoices. The table has those of all orders, open ones are a few of them. */
export const invoicedLinks = defineChild({
  table: soArInvoiceHistoryLink,
  on: { SalesOrderNo: 'SalesOrderNo' },
  holdsOthers: true,
  toPart: ({ row }) => ({ sequenceNo: row.SequenceNo, quantity: row.QuantityShipped })
});

/** A line before what was invoiced of it is known, with the sequence number that links it to invoices. */
export interface LinkedLine {
  readonly sequenceNo: string;
  readonly line: Omit<SalesOrderLine, 'quantityInvoiced'>;
}

/** The lines of an order with the quantities that were invoiced of each, added up over all its invoices. */
export function withInvoicedQuantities(
  lines: readonly LinkedLine[],
  links: readonly { readonly sequenceNo: string; readonly quantity: string }[]
): SalesOrderLine[] {
  const invoiced = new Map<string, Decimal>();
  for (const { sequenceNo, quantity } of links) {
    invoiced.set(sequenceNo, (invoiced.get(sequenceNo) ?? new Decimal(0)).plus(quantity));
  }
  return lines.map(({ sequenceNo, line }) => ({
    ...line,
    quantityInvoiced: formatQuantity(invoiced.get(sequenceNo) ?? new Decimal(0))
  }));
}
