import { ageBalances, agingColumns } from '../aging.ts';
import { addDays } from '../calendar.ts';
import { addressColumns, writeDocuments } from '../generator/customers.ts';
import { completedOrder } from '../generator/invented-documents.ts';
import { customerKey } from '../generator/account.ts';
import type { Account } from '../generator/account.ts';
import { stamps } from '../generator/company-draft.ts';
import type { CompanyDraft } from '../generator/company-draft.ts';
import { formatCents } from '../money.ts';
import { arCustomer } from '../tables/ar-customer.ts';
import { arCustomerContact } from '../tables/ar-customer-contact.ts';
import { soShipToAddress } from '../tables/so-ship-to-address.ts';
import { abfInvoices, abfLastPayment } from './abf-invoices.ts';
import { abfOrders } from './abf-orders.ts';

/** Verified but for terms, salesperson and tax: the address that Sage's own sample data publishes. */
export const americanBusinessFutures: Account = {
  arDivisionNo: '01',
  customerNo: 'ABF',
  customerName: 'American Business Futures',
  address: {
    line1: '2131 N. 14th Street',
    line2: 'Suite 100',
    line3: 'Accounting Department',
    city: 'Milwaukee',
    state: 'WI',
    zipCode: '53205-1204',
    telephoneNo: '(414) 555-4787'
  },
  termsCode: '01',
  daysBeforeDue: 30,
  termsDiscountTenths: 0,
  daysBeforeDiscountDue: 0,
  salespersonNo: '0100',
  taxSchedule: 'WI MIL',
  taxTenthsOfPercent: 15
};

/**
 * Writes the one customer whose figures are verified to the cent: credit limit 120000.00, current 3252.38, over 30
 * days 1222.58, over 60 days 1257.40, open orders 19144.40. OpenOrderAmt is Sage's own column and not the sum of the
 * published orders, so it is written as published.
 */
export function writeAmericanBusinessFutures(draft: CompanyDraft): void {
  const account = americanBusinessFutures;
  const invoices = abfInvoices(draft.today);
  const orders = abfOrders(draft.today);
  const endedOrders = invoices.flatMap(completedOrder);
  writeDocuments(draft, account, { invoices, orders, endedOrders, unpostedInvoices: [] });
  writeContacts(draft);
  writeShipTo(draft);
  const payment = abfLastPayment(draft.today);
  draft.writer.write(arCustomer, {
    ...addressColumns(account),
    EmailAddress: 'artie@sage.sample.com',
    ContactCode: 'ARTIE JOHN',
    PrimaryShipToCode: '2',
    CreditLimit: '120000.00',
    ...agingColumns(ageBalances(invoices, draft.today), formatCents),
    OpenOrderAmt: '19144.40',
    DateLastAging: draft.today,
    DateLastActivity: addDays(draft.today, -6),
    DateLastPayment: payment.day,
    LastPaymentAmt: formatCents(payment.amount),
    AvgDaysPaymentInvoice: 31,
    HighestStmntBalance: '9120.55',
    DateEstablished: '1998-05-18',
    UDF_ACCOUNT_TIER: 'GOLD',
    ...stamps(draft, draft.random.fork('ABF'))
  });
}

/** Verified: codes, names and places. */
function writeContacts(draft: CompanyDraft): void {
  const random = draft.random.fork('ABF contacts');
  const key = customerKey(americanBusinessFutures);
  draft.writer.write(arCustomerContact, {
    ...key,
    ContactCode: 'ARTIE JOHN',
    ContactName: 'Artie Johnson',
    AddressLine1: '2131 E. 14th Street',
    City: 'New Berlin',
    State: 'WI',
    ZipCode: '53151',
    CountryCode: 'USA',
    TelephoneNo1: '(714) 555-7823',
    EmailAddress: 'artie@sage.sample.com',
    ...stamps(draft, random)
  });
  draft.writer.write(arCustomerContact, {
    ...key,
    ContactCode: 'JOHN QUINN',
    ContactName: 'John Quinn',
    AddressLine1: 'Service Department',
    City: 'Milwaukee',
    State: 'WI',
    CountryCode: 'USA',
    ...stamps(draft, random)
  });
}

/** Verified: the address. */
function writeShipTo(draft: CompanyDraft): void {
  draft.writer.write(soShipToAddress, {
    ...customerKey(americanBusinessFutures),
    ShipToCode: '2',
    ShipToName: 'American Business Futures',
    ShipToAddress1: '5411 Kendrick Dr',
    ShipToAddress2: 'Suite 2087',
    ShipToCity: 'Racine',
    ShipToState: 'WI',
    ShipToZipCode: '53402',
    ShipToCountryCode: 'USA',
    WarehouseCode: '000',
    ...stamps(draft, draft.random.fork('ABF ship-to'))
  });
}
