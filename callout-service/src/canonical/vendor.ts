import { z } from 'zod';
import { moneySchema } from './money.ts';
import { optionalDay, optionalText } from './optional-text.ts';
import { postalAddressSchema } from './postal-address.ts';
import { recordStampsSchema, userDefinedFieldsSchema } from './record-stamps.ts';

/**
 * A vendor, without its tax number. Source: AP_Vendor; natural key APDivisionNo + VendorNo, shown as `01-AIRWAY`.
 */
export const vendorSchema = z
  .object({
    apDivisionNo: z.string(),
    vendorNo: z.string(),
    vendorName: z.string(),
    /** VendorStatus: A active (also when blank), I inactive, T temporary. */
    status: z.enum(['active', 'inactive', 'temporary']),
    holdPayment: z.boolean(),
    address: postalAddressSchema,
    telephoneNo: optionalText,
    telephoneExt: optionalText,
    faxNo: optionalText,
    emailAddress: optionalText,
    urlAddress: optionalText,
    primaryContact: optionalText,
    termsCode: optionalText,
    reference: optionalText,
    vendorType: optionalText,
    comment: optionalText,
    lastPurchaseDate: optionalDay,
    lastPaymentDate: optionalDay,
    lastCheckNo: optionalText,
    lastCheckAmount: moneySchema,
    averageDaysToPay: z.int(),
    userDefinedFields: userDefinedFieldsSchema,
    ...recordStampsSchema.shape
  })
  .meta({ id: 'Vendor' });

export type Vendor = z.infer<typeof vendorSchema>;

export interface VendorKey {
  readonly apDivisionNo: string;
  readonly vendorNo: string;
}
