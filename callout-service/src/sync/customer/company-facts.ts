import type { Customer } from '../../canonical/customer.ts';
import { toSalesforceAddress } from '../../rules/address/to-salesforce-address.ts';
import type { AddressSettings, SalesforceAddress } from '../../rules/address/address-settings.ts';
import { textOrNull } from '../../rules/address/comparable-text.ts';
import type { CompanyFacts } from '../../rules/customer-match/customer-match.ts';
import { joinExtension } from '../../rules/phone/extension.ts';
import type { SourceAccount } from '../order-out/order-source.ts';

/** What a customer of Sage is compared by. */
export function factsOfCustomer(customer: Customer, settings: AddressSettings): CompanyFacts {
  return {
    name: customer.customerName,
    address: toSalesforceAddress(customer.address, settings).address,
    phone: joinExtension(customer.telephoneNo, customer.telephoneExt),
    email: customer.emailAddress,
    website: customer.urlAddress
  };
}

/** What an account is compared by. */
export function factsOfAccount(account: SourceAccount): CompanyFacts {
  const { name, phone, email, website } = account;
  return { name, address: addressOf(account).address, phone, email, website };
}

/**
 * The address of an account that is the customer's own in Sage: the billing address, and the shipping address where that
 * is blank. `prefix` is that of its fields in Salesforce, as in `BillingStreet`.
 */
export function addressOf({ billing, shipping }: SourceAccount): {
  readonly address: SalesforceAddress;
  readonly prefix: 'Billing' | 'Shipping';
} {
  if (isBlank(billing) && !isBlank(shipping)) return { address: shipping, prefix: 'Shipping' };
  return { address: billing, prefix: 'Billing' };
}

function isBlank(address: SalesforceAddress): boolean {
  return Object.values(address).every((text: string | null) => textOrNull(text) === null);
}
