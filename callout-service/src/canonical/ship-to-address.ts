import { z } from 'zod';
import { optionalText } from './optional-text.ts';
import { postalAddressSchema } from './postal-address.ts';
import { recordStampsSchema, userDefinedFieldsSchema } from './record-stamps.ts';
import { salespersonKeySchema } from './salesperson-key.ts';

/** Where a customer has goods sent. Source: SO_ShipToAddress; natural key division + customer + ShipToCode. */
export const shipToAddressSchema = z
  .object({
    arDivisionNo: z.string(),
    customerNo: z.string(),
    shipToCode: z.string(),
    name: optionalText,
    address: postalAddressSchema,
    residential: z.boolean(),
    telephoneNo: optionalText,
    telephoneExt: optionalText,
    faxNo: optionalText,
    emailAddress: optionalText,
    contactCode: optionalText,
    salesperson: salespersonKeySchema.nullable(),
    warehouseCode: optionalText,
    taxSchedule: optionalText,
    shipVia: optionalText,
    userDefinedFields: userDefinedFieldsSchema,
    ...recordStampsSchema.shape
  })
  .meta({ id: 'ShipToAddress' });

export type ShipToAddress = z.infer<typeof shipToAddressSchema>;

export interface ShipToKey {
  readonly arDivisionNo: string;
  readonly customerNo: string;
  readonly shipToCode: string;
}
