import { z } from 'zod';
import { addressDraftSchema } from './customer-draft.ts';
import { userDefinedValuesSchema } from './user-defined-values.ts';

/** A ship-to address to create or update, by its key SO_ShipToAddress: division, customer and ship-to code. */
export const shipToDraftSchema = z
  .object({
    customerNo: z.string(),
    shipToCode: z.string(),
    name: z.string().optional(),
    address: addressDraftSchema.partial().optional(),
    telephoneNo: z.string().nullable().optional(),
    telephoneExt: z.string().nullable().optional(),
    faxNo: z.string().nullable().optional(),
    emailAddress: z.string().nullable().optional(),
    contactCode: z.string().nullable().optional(),
    salesperson: z.string().nullable().optional(),
    warehouseCode: z.string().nullable().optional(),
    taxSchedule: z.string().nullable().optional(),
    shipVia: z.string().nullable().optional(),
    userDefinedFields: userDefinedValuesSchema.optional()
  })
  .meta({ id: 'ShipToDraft' });

export type ShipToDraft = z.infer<typeof shipToDraftSchema>;
