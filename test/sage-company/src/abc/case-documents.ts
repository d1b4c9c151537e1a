import { addDays } from '../calendar.ts';
import type { CalendarDay } from '../calendar.ts';
import { exemptAmounts, plainAmounts } from '../generator/document-amounts.ts';
import type { DocumentLine } from '../generator/document-amounts.ts';
import type { Payment } from '../generator/payments.ts';
import type { PostedInvoice } from '../generator/posted-invoices.ts';
import type { SalesOrder } from '../generator/sales-orders.ts';
import type { Cents } from '../money.ts';
import { caseItem } from './case-items.ts';

/** A posted invoice of one line; what the payments leave is still owed. */
export function posted(
  today: CalendarDay,
  invoiceNo: string,
  age: number,
  total: Cents,
  payments: readonly Payment[] = []
): PostedInvoice {
  return {
    invoiceNo,
    invoiceType: 'IN',
    invoiceDate: addDays(today, -age),
    balance: payments.reduce((left, { amount }) => left - amount, total),
    amounts: plainAmounts(total),
    lines: [labor(total)],
    payments
  };
}

/** An open order, taken six days ago; its amounts are those of its lines, untaxed. */
export function order(
  today: CalendarDay,
  salesOrderNo: string,
  lines: readonly DocumentLine[],
  traits: Partial<SalesOrder> = {}
): SalesOrder {
  return {
    salesOrderNo,
    orderType: 'S',
    orderStatus: 'O',
    orderDate: addDays(today, -6),
    shipExpireDate: addDays(today, 10),
    customerPONo: '',
    shipVia: 'UPS GROUND',
    amounts: exemptAmounts(lines),
    lines,
    ...traits
  };
}

/** A line at the item's standard price out of warehouse 000. */
export function line(itemCode: string, quantity: number, traits: Partial<DocumentLine> = {}): DocumentLine {
  const item = caseItem(itemCode);
  return { item, quantity, backordered: 0, unitPrice: item.price, warehouseCode: '000', ...traits };
}

/** One line of that amount, which takes no stock. */
export function labor(amount: Cents): DocumentLine {
  return line('/LABOR', 1, { unitPrice: amount });
}
