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
import type { CustomerDocuments } from './customer-documents.ts';
import type { CustomerProfile } from './customer-profile.ts';
import { documentTotal } from './document-amounts.ts';
import { inventDocuments } from './invented-customer.ts';
import type { Item } from './items.ts';
import { writeOrderHistory } from './order-history.ts';
import { writePostedInvoice } from './posted-invoices.ts';
import type { PostedInvoice } from './posted-invoices.ts';
import type { Random } from './random.ts';
import type { SageRecord } from './record-writer.ts';
import { isOpenOrder, writeSalesOrder } from './sales-orders.ts';
import { writeUnpostedInvoice } from './unposted-invoices.ts';

const NO_DOCUMENTS: CustomerDocuments = { invoices: [], orders: [], endedOrders: [], unpostedInvoices: [] };

/** Writes everything of one customer; the customer's own figures are added up from its documents. */
export function writeCustomer(draft: CompanyDraft, customer: CustomerProfile, items: readonly Item[]): void {
  const random = draft.random.fork(`customer ${customer.arDivisionNo}-${customer.customerNo}`);
  const account = openAccount(random, customer);
  const invented = addDays(draft.today, -random.integer(0, 3));
  // Documents given for a case are aged as of today, so that each stands where its case wants it.
  const agingDay = customer.documents ? draft.today : invented;
  const documents = customer.documents
    ? { ...NO_DOCUMENTS, ...customer.documents(draft.today) }
    : inventDocuments(draft, account, items, random, agingDay);
  writeDocuments(draft, account, documents);
  const contactCode = writeContacts(draft, account, random);
  const shipToCode = writeShipTos(draft, account, random);
  draft.writer.write(arCustomer, {
    ...addressColumns(account),
    ContactCode: contactCode,
    PrimaryShipToCode: shipToCode,
    ...standingColumns(account, random, documents, agingDay),
    ...userDefinedColumns(draft, account),
    ...stamps(draft, random),
    ...customer.more?.(draft.today)
  });
}

/** Writes a customer's documents of every kind. */
export function writeDocuments(draft: CompanyDraft, account: Account, documents: CustomerDocuments): void {
  for (const invoice of documents.invoices) writePostedInvoice(draft, account, invoice);
  for (const order of documents.orders) writeSalesOrder(draft, account, order);
  for (const order of documents.endedOrders) {
    const written = stamps(draft, draft.random.fork(`order ${order.salesOrderNo}`));
    const dates = { DateCreated: order.orderDate, DateUpdated: order.endedOn };
    writeOrderHistory(draft, account, order, { ...written, ...dates });
  }
  for (const invoice of documents.unpostedInvoices) writeUnpostedInvoice(draft, account, invoice);
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
    CountryCode: address.countryCode ?? 'USA',
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
  { invoices, orders }: CustomerDocuments,
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

/** The site's own fields and the price level, which one customer in five has. */
function userDefinedColumns(draft: CompanyDraft, account: Account): SageRecord {
  const random = draft.random.fork(`fields ${account.arDivisionNo}-${account.customerNo}`);
  const isKey = random.chance(0.2);
  return {
    PriceLevel: isKey ? random.pick(['1', '2']) : '',
    UDF_PORTAL_ACCESS: isKey ? 'Y' : 'N',
    UDF_ANNUAL_TARGET: isKey ? formatCents(random.integer(10, 900) * 1_000_00) : 0,
    UDF_CREDIT_REVIEW_DATE: isKey ? addDays(draft.today, random.integer(10, 300)) : null
  };
}

function paymentColumns(invoices: readonly PostedInvoice[]): SageRecord {
  const paid = invoices.flatMap(({ invoiceDate, payments = [] }) =>
    payments.map((payment) => ({ invoiceDate, payment }))
  );
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
