import type { Payment } from '../../../canonical/payment.ts';
import type { arTransactionPaymentHistory } from '../../catalogue/ar-transaction-payment-history.ts';
import type { FullRow } from './full-row.ts';

/** A row of AR_TransactionPaymentHistory, but for its stamp. The amount keeps Sage's sign. */
export function toPayment(row: FullRow<typeof arTransactionPaymentHistory>): Omit<Payment, 'updatedAt'> {
  return {
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
    cardLastFour: row.Last4UnencryptedCreditCardNos
  };
}
