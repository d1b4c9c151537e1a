import { addDays } from '../calendar.ts';
import type { CalendarDay } from '../calendar.ts';
import { plainAmounts } from '../generator/document-amounts.ts';
import type { Payment } from '../generator/payments.ts';
import type { PostedInvoice } from '../generator/posted-invoices.ts';
import { parseCents } from '../money.ts';
import type { Cents } from '../money.ts';
import { miscellaneousItem } from './items.ts';

/**
 * The open invoices of 01-ABF. The balances of each bucket add up to the verified aging (3252.38 current, 1222.58 over
 * 30 days, 1257.40 over 60); how they are split, and their numbers, are invented. Ages lie well inside their buckets,
 * so that the aging added up by a reader stays the stored one for some days.
 */
const OPEN = [
  { invoiceNo: '0100050', invoiceType: 'IN', ageDays: 6, balance: '1510.20' },
  { invoiceNo: '0100047', invoiceType: 'IN', ageDays: 14, balance: '1942.18' },
  { invoiceNo: '0100048', invoiceType: 'CM', ageDays: 10, balance: '-200.00' },
  { invoiceNo: '0100036', invoiceType: 'IN', ageDays: 38, balance: '722.58' },
  { invoiceNo: '0100031', invoiceType: 'IN', ageDays: 50, balance: '500.00' },
  { invoiceNo: '0100024', invoiceType: 'IN', ageDays: 72, balance: '1257.40' }
] as const;

/** Invented: invoices of the past that are paid; the newest payment is the customer's last. */
const PAID = [
  { invoiceNo: '0100012', ageDays: 40, paidAfterDays: 31, amount: '2500.00' },
  { invoiceNo: '0100009', ageDays: 75, paidAfterDays: 28, amount: '1871.16' },
  { invoiceNo: '0100004', ageDays: 110, paidAfterDays: 34, amount: '3345.75' }
] as const;

/** The posted invoices of 01-ABF, open and paid, dated back from the company's today. */
export function abfInvoices(today: CalendarDay): PostedInvoice[] {
  const open = OPEN.map(({ invoiceNo, invoiceType, ageDays, balance }) =>
    posted(invoiceNo, invoiceType, addDays(today, -ageDays), parseCents(balance), parseCents(balance))
  );
  const paid = PAID.map(({ invoiceNo, ageDays, amount }, index) => ({
    ...posted(invoiceNo, 'IN', addDays(today, -ageDays), parseCents(amount), 0),
    payments: [payment(today, index)],
    ...(invoiceNo === '0100012' ? { order: completedOrderOf(today, ageDays) } : {})
  }));
  return [...open, ...paid];
}

/** Invented: an order that was completed with invoice 0100012. */
function completedOrderOf(today: CalendarDay, ageDays: number) {
  const orderDate = addDays(today, -ageDays - 8);
  return { salesOrderNo: '0000160', orderType: 'S', orderDate, customerPONo: '101190' } as const;
}

/** Invented: 2500.00, nine days ago. */
export function abfLastPayment(today: CalendarDay): Payment {
  return payment(today, 0);
}

function payment(today: CalendarDay, index: number): Payment {
  const paid = PAID[index];
  if (paid === undefined) throw new RangeError(`there is no paid invoice ${index}`);
  return {
    day: addDays(today, paid.paidAfterDays - paid.ageDays),
    amount: parseCents(paid.amount),
    checkNo: (3_310 - index).toString()
  };
}

function posted(
  invoiceNo: string,
  invoiceType: 'IN' | 'CM',
  invoiceDate: CalendarDay,
  total: Cents,
  balance: Cents
): PostedInvoice {
  const line = {
    item: miscellaneousItem,
    quantity: 1,
    backordered: 0,
    unitPrice: total,
    warehouseCode: '000'
  };
  return { invoiceNo, invoiceType, invoiceDate, balance, amounts: plainAmounts(total), lines: [line] };
}
