import { z } from 'zod';
import { formatCustomerKey } from '../../canonical/customer-key.ts';
import { freshnessSchema } from '../../canonical/freshness.ts';
import { moneySchema } from '../../canonical/money.ts';
import { optionalDay, optionalText } from '../../canonical/optional-text.ts';
import type { Payment } from '../../canonical/payment.ts';
import { collect } from '../collect.ts';
import { createLiveOrLast } from '../live-or-last.ts';
import { readCustomerKey } from '../read-customer-key.ts';
import type { ListParts } from './list-parts.ts';
import { choosePage, joinKey, pageOf, pageSchema, type PageRequest } from './list-page.ts';
import { requireCustomer } from './require-customer.ts';

const PAYMENTS = 'payments';

const paymentItem = z
  .object({
    invoiceNo: z.string(),
    invoiceType: z.string(),
    transactionType: z.string(),
    transactionDate: optionalDay,
    paymentDate: optionalDay,
    paymentType: optionalText,
    reference: optionalText,
    checkNo: optionalText,
    amount: moneySchema
  })
  .meta({ id: 'PaymentItem' });

/** A page of a customer's payments and adjustments, the newest first. */
export const paymentPageSchema = z
  .object({
    customerNo: z.string(),
    currency: z.string(),
    ...pageSchema.shape,
    items: z.array(paymentItem).readonly(),
    ...freshnessSchema.shape
  })
  .meta({ id: 'PaymentPage' });

export type PaymentPage = z.infer<typeof paymentPageSchema>;

/** Makes the inquiry "payments of a customer". Rejects with LB101, LB108, LB401 or LB3xx. */
export function createPaymentList(
  parts: ListParts<'payments'>
): (request: PageRequest & { readonly customerNo: string }) => Promise<PaymentPage> {
  const liveOrLast = createLiveOrLast(PAYMENTS, paymentPageSchema, parts);
  return async (request) => {
    const key = readCustomerKey(request.customerNo);
    const customerNo = formatCustomerKey(key);
    return liveOrLast([customerNo, request.pageSize, request.cursor ?? ''].join('|'), async () => {
      const asOf = parts.clock().toUTC().toISO();
      const [payments] = await Promise.all([
        collect(parts.records.payments.of(key)),
        requireCustomer(key, parts.records)
      ]);
      const list = `${PAYMENTS} ${customerNo}`;
      const page = choosePage(payments, { list, sortKey, newestFirst: true }, request);
      return {
        customerNo,
        currency: parts.currency,
        ...pageOf(page, page.chosen.map(describePayment)),
        asOf,
        source: 'live'
      };
    });
  };
}

function sortKey(payment: Payment): string {
  const { invoiceNo, invoiceType, sequenceNo } = payment;
  const date = payment.paymentDate ?? payment.transactionDate;
  return joinKey(date, payment.transactionDate, invoiceNo, invoiceType, sequenceNo);
}

function describePayment(payment: Payment): PaymentPage['items'][number] {
  return {
    invoiceNo: payment.invoiceNo,
    invoiceType: payment.invoiceType,
    transactionType: payment.transactionType,
    transactionDate: payment.transactionDate,
    paymentDate: payment.paymentDate,
    paymentType: payment.paymentType,
    reference: payment.paymentReference,
    checkNo: payment.checkNo,
    amount: payment.amount
  };
}
