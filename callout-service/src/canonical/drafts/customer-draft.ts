import { z } from 'zod';
import { userDefinedValuesSchema } from './user-defined-values.ts';

/** A postal address in Sage's own shape. */
export const addressDraftSchema = z.object({
  addressLine1: z.string(),
  addressLine2: z.string(),
  addressLine3: z.string(),
  city: z.string(),
  state: z.string(),
  zipCode: z.string(),
  countryCode: z.string()
});

/**
 * A customer to create or update. A field that is left out stays as it is, or as Sage fills it in; null empties it.
 * Column names are those of AR_Customer in camel case.
 */
export const customerDraftSchema = z
  .object({
    /** Kept in Sage with a new customer and looked up first, so that a request makes one customer at most. */
    requestKey: z.string().min(1).max(40),
    /** As `01-ABF`; without it Sage hands out the next number in `arDivisionNo`. */
    customerNo: z.string().optional(),
    arDivisionNo: z.string().optional(),
    customerName: z.string().optional(),
    address: addressDraftSchema.partial().optional(),
    telephoneNo: z.string().nullable().optional(),
    telephoneExt: z.string().nullable().optional(),
    faxNo: z.string().nullable().optional(),
    emailAddress: z.string().nullable().optional(),
    urlAddress: z.string().nullable().optional(),
    contactCode: z.string().nullable().optional(),
    termsCode: z.string().optional(),
    /** Division and number, as `01-0100`. */
    salesperson: z.string().optional(),
    taxSchedule: z.string().optional(),
    priceLevel: z.string().nullable().optional(),
    customerType: z.string().nullable().optional(),
    shipMethod: z.string().nullable().optional(),
    comment: z.string().nullable().optional(),
    sortField: z.string().nullable().optional(),
    creditLimit: z.string().optional(),
    creditHold: z.boolean().optional(),
    userDefinedFields: userDefinedValuesSchema.optional()
  })
  .meta({ id: 'CustomerDraft' });

export type CustomerDraft = z.infer<typeof customerDraftSchema>;
