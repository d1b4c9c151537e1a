import type { CustomerKey } from '../../../canonical/customer-key.ts';
import type { Payment, PaymentKey } from '../../../canonical/payment.ts';
import { arTransactionPaymentHistory } from '../../catalogue/ar-transaction-payment-history.ts';
import { defineRecord } from '../definition.ts';
import { code, division, documentNo, sequenceNo } from '../key-segments.ts';

/** AR_TransactionPaymentHistory: what was paid or adjusted on each invoice, with Sage's own sign. */
export const payments = defineRecord({
  table: arTransactionPaymentHistory,
  segments: (key: PaymentKey) => [
    division(key.arDivisionNo),
    code(key.customerNo),
    documentNo(key.invoiceNo),
    code(key.invoiceType),
    key.transactionDate,
    sequenceNo(key.sequenceNo, 6)
  ],
  ofParent: (customer: CustomerKey) => ({
    ARDivisionNo: division(customer.arDivisionNo),
    CustomerNo: code(customer.customerNo)
  }),
  toEntity: ({ row, stamps }): Payment => ({
    arDivisionNo: row.ARDivisionNo,
    customerNo: row.CustomerNo,
    invoiceNo: row.InvoiceNo,
    invoiceType: row.InvoiceType,
    transactionDate: row.TransactionDate,
    sequenceNo: row.SequenceNo,
    transactionType: row.TransactionType,
    paymentDate: row.PaymentDate,
    paymentType: row.PaymentType,
    paymentReference: row.PaymentReference,
    checkNo: row.CheckNo,
    amount: row.TransactionAmt,
    cardLastFour: row.Last4UnencryptedCreditCardNos,
    updatedAt: stamps.updatedAt
  })
});
