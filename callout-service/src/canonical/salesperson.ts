import { z } from 'zod';
import { optionalText } from './optional-text.ts';
import { postalAddressSchema } from './postal-address.ts';
import { rateSchema } from './quantity.ts';
import { recordStampsSchema, userDefinedFieldsSchema } from './record-stamps.ts';

/** A salesperson. Source: AR_Salesperson; natural key SalespersonDivisionNo + SalespersonNo. */
export const salespersonSchema = z
  .object({
    salespersonDivisionNo: z.string(),
    salespersonNo: z.string(),
    salespersonName: z.string(),
    address: postalAddressSchema,
    telephoneNo: optionalText,
    telephoneExt: optionalText,
    emailAddress: optionalText,
    commissionRate: rateSchema,
    userDefinedFields: userDefinedFieldsSchema,
    ...recordStampsSchema.shape
  })
  .meta({ id: 'Salesperson' });

export type Salesperson = z.infer<typeof salespersonSchema>;

export interface SalespersonKey {
  readonly salespersonDivisionNo: string;
  readonly salespersonNo: string;
}
