import { z } from 'zod';
import { moneySchema } from './money.ts';
import { optionalDay, optionalText } from './optional-text.ts';

/**
 * A transaction or payment on an invoice. Source: AR_TransactionPaymentHistory; natural key ARDivisionNo + CustomerNo +
 * InvoiceNo + InvoiceType + TransactionDate + SequenceNo.
 */
export const paymentSchema = z
  .object({
    arDivisionNo: z.string(),
    customerNo: z.string(),
    invoiceNo: z.string(),
    invoiceType: z.string(),
    transactionDate: optionalDay,
    sequenceNo: z.string(),
    /** TransactionType, Sage's letter: P payment; others are adjustments. */
    transactionType: z.string(),
    paymentDate: optionalDay,
    paymentType: optionalText,
    paymentReference: optionalText,
    checkNo: optionalText,
    /** TransactionAmt with Sage's sign. */
    amount: moneySchema,
    /** Last4UnencryptedCreditCardNos. */
    cardLastFour: optionalText,
    updatedAt: z.iso.datetime().nullable()
  })
  .meta({ id: 'Payment' });

export type Payment = z.infer<typeof paymentSchema>;

export interface PaymentKey {
  readonly arDivisionNo: string;
  readonly customerNo: string;
  readonly invoiceNo: string;
  readonly invoiceType: string;
  readonly transactionDate: string;
  readonly sequenceNo: string;
}
