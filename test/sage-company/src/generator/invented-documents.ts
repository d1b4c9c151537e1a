import { addDays } from '../calendar.ts';
import type { CalendarDay } from '../calendar.ts';
import { warehouses } from '../abc/company.ts';
import type { Account } from './account.ts';
import type { CompanyDraft } from './company-draft.ts';
import { amountsOf, documentTotal, inventLines, plainAmounts } from './document-amounts.ts';
import type { Item } from './items.ts';
import type { PostedInvoice } from './posted-invoices.ts';
import type { Random } from './random.ts';
import type { SalesOrder } from './sales-orders.ts';

/** How old an open invoice is: most are current, few are very late. */
const AGE_RANGES = [
  [0, 30],
  [0, 30],
  [0, 30],
  [0, 30],
  [0, 30],
  [0, 30],
  [31, 60],
  [31, 60],
  [61, 90],
  [91, 120],
  [121, 240]
] as const;

/** Makes up an invoice that is still owed, or partly owed, or now and then a credit memo or a prepayment. */
export function inventOpenInvoice(
  draft: CompanyDraft,
  account: Account,
  items: readonly Item[],
  random: Random,
  agingDay: CalendarDay
): PostedInvoice {
  if (random.chance(0.06)) return inventCredit(draft, random, agingDay);
  const [youngest, oldest] = random.pick(AGE_RANGES);
  const invoiceDate = addDays(agingDay, -random.integer(youngest, oldest));
  const { lines, amounts } = inventGoods(draft, account, items, random);
  const total = documentTotal(amounts);
  const paid = random.chance(0.1) ? Math.floor(total / 3) : 0;
  const payment = { day: agingDay, amount: paid, checkNo: draft.numbers.next('check') };
  return {
    invoiceNo: draft.numbers.next('invoice'),
    invoiceType: 'IN',
    invoiceDate,
    balance: total - paid,
    amounts,
    lines,
    ...(paid > 0 ? { payment } : {})
  };
}

/** Makes up an invoice of the past that has been paid in full. */
export function inventPaidInvoice(
  draft: CompanyDraft,
  account: Account,
  items: readonly Item[],
  random: Random,
  lastDay: CalendarDay
): PostedInvoice {
  const daysToPay = random.integer(8, 55);
  const invoiceDate = addDays(lastDay, -daysToPay - random.integer(0, 365));
  const { lines, amounts } = inventGoods(draft, account, items, random);
  return {
    invoiceNo: draft.numbers.next('invoice'),
    invoiceType: 'IN',
    invoiceDate,
    balance: 0,
    amounts,
    lines,
    payment: {
      day: addDays(invoiceDate, daysToPay),
      amount: documentTotal(amounts),
      checkNo: draft.numbers.next('check')
    }
  };
}

/** Makes up an open order, or in one of six a quote. */
export function inventSalesOrder(
  draft: CompanyDraft,
  account: Account,
  items: readonly Item[],
  random: Random
): SalesOrder {
  const codes = warehouses.slice(0, draft.profile.warehouses).map((warehouse) => warehouse.code);
  const lines = inventLines(random, items, draft.profile.linesPerOrder, codes);
  const orderDate = addDays(draft.today, -random.integer(0, 45));
  const orderType = random.pick(['S', 'S', 'S', 'S', 'B', 'Q'] as const);
  return {
    salesOrderNo: draft.numbers.next('order'),
    orderType,
    orderStatus: random.pick(['N', 'O', 'O', 'O', 'H']),
    orderDate,
    shipExpireDate: addDays(orderDate, random.integer(3, 60)),
    customerPONo: random.chance(0.7) ? `PO-${random.integer(1_000, 99_999)}` : '',
    shipVia: random.pick(['UPS BLUE', 'UPS GROUND', 'FEDEX GROUND', 'OUR TRUCK']),
    amounts: amountsOf(account, lines, random),
    lines
  };
}

function inventCredit(draft: CompanyDraft, random: Random, agingDay: CalendarDay): PostedInvoice {
  const balance = -random.integer(2_000, 40_000);
  return {
    invoiceNo: draft.numbers.next('invoice'),
    invoiceType: random.pick(['CM', 'PP']),
    invoiceDate: addDays(agingDay, -random.integer(0, 30)),
    balance,
    amounts: plainAmounts(balance),
    lines: []
  };
}

function inventGoods(draft: CompanyDraft, account: Account, items: readonly Item[], random: Random) {
  const lines = inventLines(random, items, draft.profile.linesPerInvoice, ['000']);
  return { lines, amounts: amountsOf(account, lines, random) };
}
