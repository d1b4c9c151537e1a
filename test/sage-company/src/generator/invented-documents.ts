import { addDays } from '../calendar.ts';
import type { CalendarDay } from '../calendar.ts';
import { warehouses } from '../abc/company.ts';
import type { Account } from './account.ts';
import type { CompanyDraft } from './company-draft.ts';
import { amountsOf, documentTotal, inventLines, plainAmounts } from './document-amounts.ts';
import type { Item } from './items.ts';
import type { EndedOrder } from './order-history.ts';
import type { PostedInvoice } from './posted-invoices.ts';
import type { Random } from './random.ts';
import type { SalesOrder } from './sales-orders.ts';
import { shipOrder } from './unposted-invoices.ts';
import type { UnpostedInvoice } from './unposted-invoices.ts';

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
  const payments = [{ day: agingDay, amount: paid, checkNo: draft.numbers.next('check') }];
  return {
    invoiceNo: draft.numbers.next('invoice'),
    invoiceType: 'IN',
    invoiceDate,
    balance: total - paid,
    amounts,
    lines,
    ...(paid > 0 ? { payments } : {}),
    ...inventOrigin(draft, invoiceDate)
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
    payments: [
      {
        day: addDays(invoiceDate, daysToPay),
        amount: documentTotal(amounts),
        checkNo: draft.numbers.next('check')
      }
    ],
    ...inventOrigin(draft, invoiceDate)
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
  const salesOrderNo = draft.numbers.next('order');
  const hasDeposit = orderType === 'S' && Number(salesOrderNo) % 12 === 0;
  const deposit = { paymentType: 'CHECK', category: 'D', amount: 50_00 } as const;
  return {
    payments: hasDeposit ? [deposit] : [],
    salesOrderNo,
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
  const invoiceNo = draft.numbers.next('invoice');
  const invoiceType = random.pick(['CM', 'PP'] as const);
  const invoiceDate = addDays(agingDay, -random.integer(0, 30));
  const credit = { invoiceNo, invoiceType, invoiceDate, balance, lines: [] };
  if (invoiceType === 'CM') return { ...credit, amounts: plainAmounts(balance) };
  const payments = [{ day: invoiceDate, amount: -balance, checkNo: draft.numbers.next('check') }];
  return { ...credit, amounts: plainAmounts(0), payments };
}

/** Of some invoices the order they came from, and the packages they went out in. */
function inventOrigin(
  draft: CompanyDraft,
  invoiceDate: CalendarDay
): Pick<PostedInvoice, 'order' | 'trackingIds'> {
  const random = draft.random.fork(`origin of ${draft.numbers.last('invoice')}`);
  const order = {
    salesOrderNo: draft.numbers.next('order'),
    orderType: 'S',
    orderDate: addDays(invoiceDate, -random.integer(1, 20)),
    customerPONo: random.chance(0.7) ? `PO-${random.integer(1_000, 99_999)}` : ''
  } as const;
  const trackingIds = Array.from(
    { length: random.count(0.4) },
    () => `1Z999AA1${random.integer(10_000_000, 99_999_999)}`
  );
  return { ...(random.chance(draft.profile.orderedInvoiceShare) ? { order } : {}), trackingIds };
}

/** The order an invoice was made from, as the history keeps it once all of it is invoiced. */
export function completedOrder(invoice: PostedInvoice): EndedOrder[] {
  if (invoice.order === undefined) return [];
  const { invoiceNo, invoiceDate, amounts, lines } = invoice;
  const lastInvoice = { invoiceNo, invoiceDate, invoicedAmount: documentTotal(amounts) };
  const order = { ...invoice.order, shipVia: 'UPS GROUND', amounts, lines, lastInvoice };
  return [{ ...order, historyStatus: 'C', endedOn: invoiceDate }];
}

/** Makes up an order or a quote that was deleted. */
export function inventDeletedOrder(
  draft: CompanyDraft,
  account: Account,
  items: readonly Item[],
  random: Random
): EndedOrder {
  const { orderType, lines, ...order } = inventSalesOrder(draft, account, items, random);
  const wasOpen = orderType !== 'Q';
  return {
    ...order,
    lines: lines.map((line) => ({ ...line, backordered: 0 })),
    orderDate: addDays(order.orderDate, -60),
    historyStatus: wasOpen ? 'X' : 'Z',
    cancelReasonCode: wasOpen ? random.pick(['CUST', 'PRICE', 'STOCK']) : '',
    endedOn: addDays(order.orderDate, -20)
  };
}

/** Makes up an invoice that is entered and not posted yet: of the order given, or a one-step invoice or credit memo. */
export function inventUnpostedInvoice(
  draft: CompanyDraft,
  account: Account,
  items: readonly Item[],
  random: Random,
  order: SalesOrder | undefined
): UnpostedInvoice {
  const isCredit = order === undefined && random.chance(0.4);
  const ownLines = inventLines(random, items, 2, ['000']).map((line) => {
    return { ...line, backordered: 0, quantity: isCredit ? -line.quantity : line.quantity };
  });
  const lines = order === undefined ? ownLines : shipOrder(order);
  const shippedLines = lines.map((line) => ({ ...line, quantity: line.quantity - line.backordered }));
  return {
    invoiceNo: draft.numbers.next('invoice'),
    invoiceType: isCredit ? 'CM' : 'IN',
    invoiceDate: draft.today,
    amounts: amountsOf(account, shippedLines, random),
    lines,
    ...(order === undefined ? {} : { order })
  };
}

function inventGoods(draft: CompanyDraft, account: Account, items: readonly Item[], random: Random) {
  const lines = inventLines(random, items, draft.profile.linesPerInvoice, ['000']);
  return { lines, amounts: amountsOf(account, lines, random) };
}
