import { Decimal } from 'decimal.js';
import type { DateTime } from 'luxon';
import type { CalendarDay } from '../canonical/calendar-day.ts';
import type { CustomerAccount, OpenOrderRecord } from '../canonical/customer-account.ts';
import { formatCustomerKey } from '../canonical/customer-key.ts';
import type { CustomerSummary } from '../canonical/customer-summary.ts';
import { formatMoney, type Money } from '../canonical/money.ts';
import type { Configuration } from '../config/configuration.ts';
import { computedAging, storedAging } from '../rules/aging.ts';
import { creditStanding, type CreditSettings } from '../rules/credit.ts';

/** The newest orders that a summary shows; the rest belongs to the list of orders. */
const LATEST_ORDERS = 5;

/** What the rules need to know of the company. */
export interface SummarySettings {
  readonly currency: string;
  readonly timeZone: string;
  readonly credit: CreditSettings;
  readonly aging: Configuration['aging'];
}

/** When Sage said it. */
export interface SageMoment {
  readonly asOf: DateTime<true>;
  /** The day it was then at the Sage server. */
  readonly day: CalendarDay;
}

/** Works out a customer's summary from what Sage says of the account at one moment. No I/O. */
export function summarize(
  account: CustomerAccount,
  { asOf, day }: SageMoment,
  settings: SummarySettings
): CustomerSummary {
  const { customer } = account;
  const credit = creditStanding(customer, settings.credit);
  return {
    customerNo: formatCustomerKey(customer.key),
    customerName: customer.customerName,
    status: customer.status,
    currency: settings.currency,
    asOf: asOf.toUTC().toISO(),
    source: 'live',
    amountDue: credit.amountDue,
    openItem: customer.openItem,
    credit,
    agingStored: storedAging(customer, settings.aging.bucketDays),
    agingComputed: computedAging(account.openInvoices, settings.aging, day),
    openOrders: describeOrders(account, credit.openOrders),
    lastPayment: {
      ...(customer.lastPaymentDate !== null && { date: customer.lastPaymentDate }),
      amount: formatMoney(new Decimal(customer.lastPaymentAmount)),
      averageDaysToPay: customer.averageDaysToPay
    },
    ...describeTerms(account)
  };
}

function describeOrders({ openOrders }: CustomerAccount, amount: Money): CustomerSummary['openOrders'] {
  const newestFirst = [...openOrders].sort(
    (a, b) =>
      (b.orderDate ?? '').localeCompare(a.orderDate ?? '') || b.salesOrderNo.localeCompare(a.salesOrderNo)
  );
  return {
    amount,
    count: openOrders.length,
    latest: newestFirst.slice(0, LATEST_ORDERS).map(describeOrder)
  };
}

function describeOrder(order: OpenOrderRecord): CustomerSummary['openOrders']['latest'][number] {
  return {
    salesOrderNo: order.salesOrderNo,
    ...(order.orderDate !== null && { orderDate: order.orderDate }),
    ...(order.shipDate !== null && { shipDate: order.shipDate }),
    status: order.status,
    ...(order.customerPONo !== null && { customerPONo: order.customerPONo }),
    total: formatMoney(new Decimal(order.total))
  };
}

function describeTerms({ customer, termsDescription }: CustomerAccount): Pick<CustomerSummary, 'terms'> {
  if (customer.termsCode === null) return {};
  return { terms: { code: customer.termsCode, description: termsDescription ?? customer.termsCode } };
}
