import { z } from 'zod';
import { postalAddressSchema } from '../../canonical/postal-address.ts';
import type { Customer } from '../../canonical/customer.ts';
import type { SourceAccount } from '../order-out/order-source.ts';
import { addressOf } from './company-facts.ts';

const text = z.string().nullable();

/**
 * What both sides had when they last agreed, or when they were linked: each in its own form, since an address or a phone
 * number says the same in several. Kept with the link of entity `customer`.
 */
export const agreedSchema = z.object({
  name: z.object({ salesforce: text, sage: text }),
  address: z.object({
    salesforce: z.object({ street: text, city: text, state: text, postalCode: text, country: text }),
    sage: postalAddressSchema
  }),
  phone: z.object({ salesforce: text, sage: z.object({ telephoneNo: text, telephoneExt: text }) })
});
export type Agreed = z.infer<typeof agreedSchema>;

/** What both sides have now. */
export function presentValues(account: SourceAccount, customer: Customer): Agreed {
  const { telephoneNo, telephoneExt, customerName, address } = customer;
  const { street, city, state, postalCode, country } = addressOf(account).address;
  return {
    name: { salesforce: account.name, sage: customerName },
    address: { salesforce: { street, city, state, postalCode, country }, sage: address },
    phone: { salesforce: account.phone, sage: { telephoneNo, telephoneExt } }
  };
}
