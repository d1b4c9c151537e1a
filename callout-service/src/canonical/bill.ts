import { z } from 'zod';
import { moneySchema } from './money.ts';
import { optionalDay } from './optional-text.ts';
import { recordStampsSchema } from './record-stamps.ts';

/** A vendor's open invoice. Source: AP_OpenInvoice; natural key APDivisionNo + VendorNo + InvoiceNo. */
export const billSchema = z
  .object({
    apDivisionNo: z.string(),
    vendorNo: z.string(),
    invoiceNo: z.string(),
    invoiceDate: optionalDay,
    dueDate: optionalDay,
    discountDate: optionalDay,
    postingDate: optionalDay,
    invoiceAmount: moneySchema,
    discountAmount: moneySchema,
    balance: moneySchema,
    ...recordStampsSchema.shape
  })
  .meta({ id: 'Bill' });

export type Bill = z.infer<typeof billSchema>;

export interface BillKey {
  readonly apDivisionNo: string;
  readonly vendorNo: string;
  readonly invoiceNo: string;
}
