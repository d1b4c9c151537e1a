import { date, decimal, optionalString, string } from './column-type.ts';
import { defineTable } from './table.ts';

/**
 * Payments and adjustments of each invoice. It has no DateCreated.
 * Source: Sage 100 file layouts, Accounts Receivable, AR_TransactionPaymentHistory.
 */
export const arTransactionPaymentHistory = defineTable({
  name: 'AR_TransactionPaymentHistory',
  key: ['ARDivisionNo', 'CustomerNo', 'InvoiceNo', 'InvoiceType', 'TransactionDate', 'SequenceNo'],
  columns: {
    ARDivisionNo: string(2),
    CustomerNo: string(20),
    InvoiceNo: string(7),
    InvoiceType: string(2),
    TransactionDate: date(),
    SequenceNo: string(6),
    PaymentReference: optionalString(14),
    CheckNo: optionalString(10),
    TransactionType: string(1),
    PaymentDate: date(),
    PaymentType: optionalString(5),
    Last4UnencryptedCreditCardNos: optionalString(4),
    TransactionAmt: decimal(12, 2),
    DateUpdated: date(),
    TimeUpdated: string(8)
  }
});
