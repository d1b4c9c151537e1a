import type { Payment } from '../../canonical/payment.ts';
import { describeEntity } from './describe-entity.ts';
import { fieldsOf, WHEN_NEW } from './field-list.ts';
import { recordKeys } from './record-keys.ts';

const { text, code, decimal, day, moment } = fieldsOf('AR_TransactionPaymentHistory');
const REQUIRED = { ...WHEN_NEW, required: true } as const;

/** What a request for a cash receipt says and Sage's history of payments does not: read as nothing. */
const ofRequests = {
  bankCode: null,
  depositType: null,
  depositDate: null,
  discountAmount: null,
  comment: null
};

/** AR_TransactionPaymentHistory; and the cash receipts that are asked for, from which Sage makes such payments. */
export const paymentEntity = describeEntity<Payment>({
  entity: 'payment',
  label: 'Payment',
  fields: [
    text('customerKey', 'Customer with division', null),
    text('arDivisionNo', 'Division', 'ARDivisionNo'),
    text('customerNo', 'Customer number', 'CustomerNo'),
    text('invoiceNo', 'Invoice', 'InvoiceNo', WHEN_NEW),
    code('invoiceType', 'Invoice type', 'InvoiceType', WHEN_NEW),
    day('transactionDate', 'Booked on', 'TransactionDate'),
    text('sequenceNo', 'Sequence number', 'SequenceNo'),
    code('transactionType', 'Transaction type', 'TransactionType'),
    day('paymentDate', 'Paid on', 'PaymentDate'),
    code('paymentType', 'Payment type', 'PaymentType', WHEN_NEW),
    text('paymentReference', 'Reference', 'PaymentReference'),
    text('checkNo', 'Check or reference number', 'CheckNo', REQUIRED),
    decimal('amount', 'Amount', 'TransactionAmt', REQUIRED),
    text('cardLastFour', 'Last four digits of the card', 'Last4UnencryptedCreditCardNos'),
    code('bankCode', 'Bank of the deposit', null, REQUIRED),
    code('depositType', 'Deposit type', null, { ...REQUIRED, values: ['cash', 'card'] }),
    day('depositDate', 'Day of the deposit', null, REQUIRED),
    decimal('discountAmount', 'Discount taken', null, WHEN_NEW),
    text('comment', 'Comment', null, WHEN_NEW),
    moment('updatedAt', 'Changed in Sage', 'DateUpdated')
  ],
  keyOf: recordKeys.payment,
  workedOut: (payment) => ({ customerKey: recordKeys.customer(payment), ...ofRequests }),
  changedAt: ({ updatedAt }) => updatedAt
});
