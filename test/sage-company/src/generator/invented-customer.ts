import { addDays } from '../calendar.ts';
import type { CalendarDay } from '../calendar.ts';
import type { Account } from './account.ts';
import type { CompanyDraft } from './company-draft.ts';
import type { CustomerDocuments } from './customer-documents.ts';
import { plainAmounts } from './document-amounts.ts';
import {
  completedOrder,
  inventDeletedOrder,
  inventOpenInvoice,
  inventPaidInvoice,
  inventSalesOrder,
  inventUnpostedInvoice
} from './invented-documents.ts';
import type { Item } from './items.ts';
import type { PostedInvoice } from './posted-invoices.ts';
import type { Random } from './random.ts';
import type { SalesOrder } from './sales-orders.ts';
import type { UnpostedInvoice } from './unposted-invoices.ts';

/** Makes up all documents of a customer, as many of each kind as the company's size says. */
export function inventDocuments(
  draft: CompanyDraft,
  account: Account,
  items: readonly Item[],
  random: Random,
  agingDay: CalendarDay
): CustomerDocuments {
  const invoices = inventInvoices(draft, account, items, random, agingDay);
  const orders = inventOrders(draft, account, items, random);
  const later = draft.random.fork(`later documents ${account.arDivisionNo}-${account.customerNo}`);
  const deleted = Array.from({ length: later.count(draft.profile.deletedOrdersPerCustomer) }, () =>
    inventDeletedOrder(draft, account, items, later)
  );
  return {
    invoices,
    ...inventUnposted(draft, account, items, later, orders),
    endedOrders: [...invoices.flatMap(completedOrder), ...deleted]
  };
}

function inventInvoices(
  draft: CompanyDraft,
  account: Account,
  items: readonly Item[],
  random: Random,
  agingDay: CalendarDay
): PostedInvoice[] {
  const { openInvoicesPerCustomer, paidInvoicesPerCustomer } = draft.profile;
  // Whoever is to be over the limit owes something in any company, whatever the seed.
  const least = account.creditLimit === 'exceeded' ? 3 : 0;
  const openCount = account.inactive === true ? 0 : Math.max(least, random.count(openInvoicesPerCustomer));
  const paid = Array.from({ length: random.count(paidInvoicesPerCustomer) }, () =>
    inventPaidInvoice(draft, account, items, random, agingDay)
  );
  const open = Array.from({ length: openCount }, () =>
    inventOpenInvoice(draft, account, items, random, agingDay)
  );
  return [...paid, ...open, ...(account.balanceForward === true ? balancesForward(draft, agingDay) : [])];
}

/** What a balance forward customer owes is one sum for each age, of no invoice: 1845.20 in all. */
function balancesForward(draft: CompanyDraft, agingDay: CalendarDay): PostedInvoice[] {
  const sums = [
    { age: 35, balance: 1_200_00 },
    { age: 70, balance: 645_20 }
  ];
  return sums.map(({ age, balance }) => ({
    invoiceNo: draft.numbers.next('invoice'),
    invoiceType: 'BF',
    invoiceDate: addDays(agingDay, -age),
    balance,
    amounts: plainAmounts(balance),
    lines: []
  }));
}

function inventOrders(
  draft: CompanyDraft,
  account: Account,
  items: readonly Item[],
  random: Random
): SalesOrder[] {
  if (account.inactive === true) return [];
  const count = random.count(draft.profile.openOrdersPerCustomer);
  return Array.from({ length: count }, () => inventSalesOrder(draft, account, items, random));
}

/** Invoices being entered; the first one, for two of three, ships the customer's first open order. */
function inventUnposted(
  draft: CompanyDraft,
  account: Account,
  items: readonly Item[],
  random: Random,
  orders: readonly SalesOrder[]
): { orders: readonly SalesOrder[]; unpostedInvoices: readonly UnpostedInvoice[] } {
  const count = account.inactive === true ? 0 : random.count(draft.profile.unpostedInvoicesPerCustomer);
  const shippable = random.chance(0.7) ? orders.find(({ orderType }) => orderType === 'S') : undefined;
  const unpostedInvoices = Array.from({ length: count }, (_, index) =>
    inventUnpostedInvoice(draft, account, items, random, index === 0 ? shippable : undefined)
  );
  const [first] = unpostedInvoices;
  if (first?.order === undefined) return { orders, unpostedInvoices };
  const invoiced = { ...first.order, more: { CurrentInvoiceNo: first.invoiceNo } };
  return { orders: orders.map((order) => (order === first.order ? invoiced : order)), unpostedInvoices };
}
