import { z } from 'zod';
import { optionalText } from './optional-text.ts';
import { postalAddressSchema } from './postal-address.ts';
import { recordStampsSchema, userDefinedFieldsSchema } from './record-stamps.ts';

/** A person at a customer. Source: AR_CustomerContact; natural key division + customer + ContactCode. */
export const contactSchema = z
  .object({
    arDivisionNo: z.string(),
    customerNo: z.string(),
    contactCode: z.string(),
    contactName: optionalText,
    salutation: optionalText,
    contactTitle: optionalText,
    address: postalAddressSchema,
    telephoneNo1: optionalText,
    telephoneExt1: optionalText,
    telephoneNo2: optionalText,
    telephoneExt2: optionalText,
    faxNo: optionalText,
    emailAddress: optionalText,
    notes: optionalText,
    userDefinedFields: userDefinedFieldsSchema,
    ...recordStampsSchema.shape
  })
  .meta({ id: 'Contact' });

export type Contact = z.infer<typeof contactSchema>;

export interface ContactKey {
  readonly arDivisionNo: string;
  readonly customerNo: string;
  readonly contactCode: string;
}
