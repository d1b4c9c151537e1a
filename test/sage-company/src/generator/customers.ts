import { ageBalances, agingColumns } from '../aging.ts';
import { addDays, daysBetween } from '../calendar.ts';
import type { CalendarDay } from '../calendar.ts';
import { formatCents } from '../money.ts';
import type { Cents } from '../money.ts';
import { arCustomer } from '../tables/ar-customer.ts';
import { openAccount, customerKey } from './account.ts';
import type { Account } from './account.ts';
import { stamps } from './company-draft.ts';
import type { CompanyDraft } from './company-draft.ts';
import { writeContacts, writeShipTos } from './contacts.ts';
import type { CustomerProfile } from './customer-profile.ts';
import { documentTotal, plainAmounts } from './document-amounts.ts';
import { inventOpenInvoice, inventPaidInvoice, inventSalesOrder } from './invented-documents.ts';
import type { Item } from './items.ts';
import { writePostedInvoice } from './posted-invoices.ts';
import type { PostedInvoice } from './posted-invoices.ts';
import type { Random } from './random.ts';
import { isOpenOrder, writeSalesOrder } from './sales-orders.ts';
import type { SageRecord } from './record-writer.ts';
import type { SalesOrder } from './sales-orders.ts';

/** Makes up and writes everything of one customer; the customer's own figures are added up from its documents. */
export function writeCustomer(draft: CompanyDraft, customer: CustomerProfile, items: readonly Item[]): void {
  const random = draft.random.fork(`customer ${customer.arDivisionNo}-${customer.customerNo}`);
  const account = openAccount(random, customer);
  const agingDay = addDays(draft.today, -random.integer(0, 3));
  const invoices = inventInvoices(draft, account, items, random, agingDay);
  const orders = inventOrders(draft, account, items, random);
  for (const invoice of invoices) writePostedInvoice(draft, account, invoice);
  for (const order of orders) writeSalesOrder(draft, account, order);
  const contactCode = writeContacts(draft, account, random);
  const shipToCode = writeShipTos(draft, account, random);
  draft.writer.write(arCustomer, {
    ...addressColumns(account),
    ContactCode: contactCode,
    PrimaryShipToCode: shipToCode,
    ...standingColumns(account, random, invoices, orders, agingDay),
    ...stamps(draft, random)
  });
}

/** Name, address, terms and the defaults of AR_Customer. */
export function addressColumns(account: Account) {
  const { address } = account;
  return {
    ...customerKey(account),
    CustomerName: account.customerName,
    AddressLine1: address.line1,
    AddressLine2: address.line2 ?? '',
    AddressLine3: address.line3 ?? '',
    City: address.city,
    State: address.state,
    ZipCode: address.zipCode,
    CountryCode: 'USA',
    TelephoneNo: address.telephoneNo,
    TermsCode: account.termsCode,
    TaxSchedule: account.taxSchedule,
    SalespersonDivisionNo: account.arDivisionNo,
    SalespersonNo: account.salespersonNo,
    SortField: account.customerName.slice(0, 10).toUpperCase(),
    TemporaryCustomer: 'N',
    OpenItemCustomer: account.balanceForward === true ? 'N' : 'Y',
    StatementCycle: 'M',
    CreditHold: account.creditHold === true ? 'Y' : 'N',
    CustomerStatus: account.inactive === true ? 'I' : 'A',
    DefaultPaymentType: 'CHECK'
  };
}

/** Credit, balance, aging, open orders and payments, added up from the customer's documents. */
function standingColumns(
  account: Account,
  random: Random,
  invoices: readonly PostedInvoice[],
  orders: readonly SalesOrder[],
  agingDay: CalendarDay
): SageRecord {
  const aging = ageBalances(invoices, agingDay);
  const due = aging.reduce((sum, bucket) => sum + bucket, 0);
  const openOrders = orders.filter(isOpenOrder).reduce((sum, order) => sum + documentTotal(order.amounts), 0);
  const forwarded = invoices.filter((invoice) => invoice.invoiceType === 'BF');
  return {
    ...agingColumns(aging, formatCents),
    BalanceForward: formatCents(forwarded.reduce((sum, invoice) => sum + invoice.balance, 0)),
    CreditLimit: formatCents(creditLimit(account, random, due)),
    OpenOrderAmt: formatCents(openOrders),
    HighestStmntBalance: formatCents(Math.max(0, Math.floor(due * 1.4))),
    DateLastAging: agingDay,
    DateLastActivity: agingDay,
    DateLastStatement: addDays(agingDay, -20),
    DateEstablished: addDays(agingDay, -random.integer(400, 6_000)),
    UDF_ACCOUNT_TIER: random.pick(['', 'GOLD', 'SILVER', 'BRONZE']),
    ...paymentColumns(invoices)
  };
}

function paymentColumns(invoices: readonly PostedInvoice[]): SageRecord {
  const paid = invoices.flatMap(({ invoiceDate, payment }) => (payment ? [{ invoiceDate, payment }] : []));
  const last = paid.toSorted((a, b) => a.payment.day.localeCompare(b.payment.day)).at(-1);
  if (last === undefined) return {};
  const days = paid.map(({ invoiceDate, payment }) => daysBetween(invoiceDate, payment.day));
  return {
    DateLastPayment: last.payment.day,
    LastPaymentAmt: formatCents(last.payment.amount),
    AvgDaysPaymentInvoice: Math.round(days.reduce((sum, each) => sum + each, 0) / days.length)
  };
}

function creditLimit({ creditLimit: wanted }: Account, random: Random, due: Cents): Cents {
  if (typeof wanted === 'number') return wanted;
  if (wanted === 'exceeded') return Math.max(1_00, Math.floor(due * 0.8));
  return random.pick([25_000_00, 50_000_00, 75_000_00, 100_000_00]);
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
  return [...paid, ...open, ...(account.balanceForward === true ? [balanceForward(draft, agingDay)] : [])];
}

function balanceForward(draft: CompanyDraft, agingDay: CalendarDay): PostedInvoice {
  return {
    invoiceNo: draft.numbers.next('invoice'),
    invoiceType: 'BF',
    invoiceDate: addDays(agingDay, -35),
    balance: 1_845_20,
    amounts: plainAmounts(1_845_20),
    lines: []
  };
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
