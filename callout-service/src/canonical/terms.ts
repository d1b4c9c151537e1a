import { z } from 'zod';
import { rateSchema } from './quantity.ts';
import { recordStampsSchema } from './record-stamps.ts';

/** Payment terms. Source: AR_TermsCode; natural key TermsCode. */
export const termsSchema = z
  .object({
    termsCode: z.string(),
    description: z.string(),
    /** DueDateADayOfTheMonth: then `daysBeforeDue` is a day of the month. */
    dueOnDayOfMonth: z.boolean(),
    daysBeforeDue: z.int(),
    discountOnDayOfMonth: z.boolean(),
    daysBeforeDiscountDue: z.int(),
    /** DiscountRate, per cent. */
    discountRate: rateSchema,
    ...recordStampsSchema.shape
  })
  .meta({ id: 'TermsOfPayment' });

export type Terms = z.infer<typeof termsSchema>;
