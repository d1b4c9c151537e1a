import { formatCustomerKey } from '../../canonical/customer-key.ts';
import type { CustomerResolver } from '../order-out/customer-resolver.ts';
import type { SourceContact } from '../order-out/order-source.ts';
import { createdCustomer } from './created-customer.ts';
import { inTurn } from './creation-turn.ts';
import { resolvedContact, type ResolvedContact } from './customer-contact.ts';
import { knownCustomer } from './known-customer.ts';
import { matchedCustomer } from './matched-customer.ts';
import { createOneAtATime } from './one-at-a-time.ts';
import type { CustomerResolverOptions, FoundCustomer, Resolving } from './resolving.ts';
import { updatedCustomer } from './updated-customer.ts';

export type { CustomerResolverOptions } from './resolving.ts';

/**
 * Finds or makes the customer of an account: by the number on the account, by the link of an earlier order, by the match
 * keys in the admin's order, or by making it. Everything that is found or made is linked at once, and its key is written
 * back by a job of the same transaction.
 */
export function createCustomerResolver(options: CustomerResolverOptions): CustomerResolver {
  const turns = createOneAtATime();
  const { countries = { sageCountryForm: 'iso3' } } = options;
  return {
    async resolve(account, contact, settings, store) {
      const resolving: Resolving = { ...options, countries, turns, account, settings, store };
      const found = (await knownCustomer(resolving)) ?? (await newlyLinked(resolving));
      const update =
        settings.updateCustomers && found.how !== 'created'
          ? await updatedCustomer(found, resolving)
          : { updated: false, story: '' };
      const customerNo = formatCustomerKey(found.customer);
      const person = settings.sendContacts ? await contactInTurn(customerNo, contact, resolving) : undefined;
      return {
        customerNo,
        how: found.how,
        updated: update.updated,
        contactKey: person?.contactKey,
        story: [found.story, update.story, person?.story ?? ''].filter((part) => part !== '').join(' ')
      };
    }
  };
}

/**
 * One account after the other: of two that are the same company, the second finds the customer of the first. Another order
 * of this account may have linked it meanwhile.
 */
function newlyLinked(resolving: Resolving): Promise<FoundCustomer> {
  return alone('new customers', resolving.account.id, resolving, async () => {
    const found = (await knownCustomer(resolving)) ?? (await matchedCustomer(resolving));
    return found ?? createdCustomer(resolving);
  });
}

async function contactInTurn(
  customerNo: string,
  contact: SourceContact | null,
  resolving: Resolving
): Promise<ResolvedContact | undefined> {
  if (contact === null) return undefined;
  const known = await resolving.store.links.bySalesforceId('contact', contact.id);
  const resolve = () => resolvedContact(customerNo, contact, resolving);
  if (known !== undefined) return resolve();
  return alone(`contacts of ${customerNo}`, `contacts of ${customerNo}`, resolving, resolve);
}

/** Alone in this process; and where several share the store, for this record, alone among them. */
function alone<T>(place: string, record: string, resolving: Resolving, work: () => Promise<T>): Promise<T> {
  const { turns, sharedStore } = resolving;
  return turns.run(place, () => (sharedStore ? inTurn(record, resolving, work) : work()));
}
