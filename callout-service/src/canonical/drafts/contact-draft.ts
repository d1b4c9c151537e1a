import { z } from 'zod';
import { addressDraftSchema } from './customer-draft.ts';
import { userDefinedValuesSchema } from './user-defined-values.ts';

/** A customer contact to create or update, by its key AR_CustomerContact: division, customer and contact code. */
export const contactDraftSchema = z
  .object({
    customerNo: z.string(),
    contactCode: z.string(),
    contactName: z.string().optional(),
    contactTitle: z.string().nullable().optional(),
    salutation: z.string().nullable().optional(),
    address: addressDraftSchema.partial().optional(),
    telephoneNo1: z.string().nullable().optional(),
    telephoneExt1: z.string().nullable().optional(),
    telephoneNo2: z.string().nullable().optional(),
    telephoneExt2: z.string().nullable().optional(),
    faxNo: z.string().nullable().optional(),
    emailAddress: z.string().nullable().optional(),
    notes: z.string().nullable().optional(),
    userDefinedFields: userDefinedValuesSchema.optional()
  })
  .meta({ id: 'ContactDraft' });

export type ContactDraft = z.infer<typeof contactDraftSchema>;
