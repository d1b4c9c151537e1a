import { z } from 'zod';
import { calendarDaySchema } from '../calendar-day.ts';
import { moneySchema } from '../money.ts';

/** A payment of a customer to be booked as a cash receipt, applied to invoices or left open on the account. */
export const cashReceiptDraftSchema = z
  .object({
    requestKey: z.string().min(1).max(40),
    customerNo: z.string(),
    depositDate: calendarDaySchema,
    /** One character, the bank of the deposit: AR_CashReceiptsDeposit.BankCode. */
    bankCode: z.string().length(1),
    /** AR_CashReceiptsDeposit.DepositType: C cash, R credit card. */
    depositType: z.enum(['cash', 'card']),
    /** Check or reference number, ten characters at most. */
    checkNo: z.string(),
    paymentType: z.string().optional(),
    amount: moneySchema,
    applyTo: z.array(
      z.object({ invoiceNo: z.string(), invoiceType: z.string(), amount: moneySchema, discount: moneySchema })
    ),
    comment: z.string().optional()
  })
  .meta({ id: 'CashReceiptDraft' });

export type CashReceiptDraft = z.infer<typeof cashReceiptDraftSchema>;
