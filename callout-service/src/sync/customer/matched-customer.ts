import { formatCustomerKey } from '../../canonical/customer-key.ts';
import type { Customer } from '../../canonical/customer.ts';
import { LedgerBridgeError, type FieldFault } from '../../errors/ledger-bridge-error.ts';
import type { CustomerMatchKey } from '../settings/integration-settings.ts';
import { presentValues } from './agreed-values.ts';
import { factsOfAccount } from './company-facts.ts';
import { belongsToAnother, linkBoth, stillStandsFor } from './customer-links.ts';
import { refuseInactive } from './known-customer.ts';
import type { FoundCustomer, Resolving } from './resolving.ts';
import { sageColumns } from './sage-columns.ts';

/** People choose from a list; a longer one helps nobody. */
const LISTED = 20;

const WORDS: Readonly<Record<CustomerMatchKey, string>> = {
  name: 'name',
  'name-and-postal-code': 'name and postal code',
  'name-and-address': 'name and address',
  phone: 'phone',
  email: 'e-mail',
  website: 'website'
};

/**
 * The one customer that matches the account, linked with it; undefined when none does. Keys are tried in the admin's
 * order, and the first that finds anybody decides, since a later one is weaker by his own judgement.
 * @throws LedgerBridgeError LB752 when several match, or the one belongs to another account; LB501 when it is inactive.
 */
export async function matchedCustomer(resolving: Resolving): Promise<FoundCustomer | undefined> {
  const { account, store } = resolving;
  const found = await firstMatches(resolving);
  const [customer, ...others] = found?.customers ?? [];
  if (found === undefined || customer === undefined) return undefined;
  if (others.length > 0) throw ambiguous(account.id, found.key, [customer, ...others]);
  const customerNo = formatCustomerKey(customer);
  await refuseAnothers(customerNo, resolving);
  refuseInactive(customer, account.id);
  const agreed = presentValues(account, customer);
  const pair = { entity: 'customer', salesforceId: account.id, sageKey: customerNo } as const;
  await linkBoth(store, { ...pair, agreed, held: account.sageCustomerNo });
  return { customer, how: 'matched', story: `Customer ${customerNo} was recognised by ${WORDS[found.key]}.` };
}

async function firstMatches(resolving: Resolving) {
  const { account, settings, index } = resolving;
  const keys = settings.customerMatchKeys;
  if (keys.length === 0) return undefined;
  const { addresses } = await sageColumns('AR_Customer', settings.businessCountry, resolving);
  const view = await index.open({ keys, addresses });
  const facts = factsOfAccount(account);
  for (const key of keys) {
    const customers = await view.matching(key, facts);
    if (customers.length > 0) return { key, customers };
  }
  return undefined;
}

async function refuseAnothers(customerNo: string, { account, store, accounts }: Resolving): Promise<void> {
  const link = await store.links.bySageKey('customer', customerNo);
  if (link === undefined || link.salesforceId === account.id) return;
  if (await stillStandsFor(accounts, link.salesforceId, customerNo))
    throw belongsToAnother(
      { entity: 'customer', salesforceId: account.id, sageKey: customerNo },
      { salesforceId: link.salesforceId }
    );
  await store.links.remove('customer', link.salesforceId);
}

function ambiguous(
  accountId: string,
  key: CustomerMatchKey,
  customers: readonly Customer[]
): LedgerBridgeError {
  const listed = customers.slice(0, LISTED).map((customer) => candidate(customer, key));
  const numbers = listed.map(({ value }) => value).join(', ');
  return new LedgerBridgeError('LB752', {
    detail: `${customers.length} customers in Sage match the account by ${WORDS[key]}.`,
    subject: `Account ${accountId}, which may be ${numbers}`,
    faults: listed
  });
}

function candidate(customer: Customer, key: CustomerMatchKey): FieldFault {
  const customerNo = formatCustomerKey(customer);
  const { city, state } = customer.address;
  const place = [city, state].filter((part) => part !== null).join(', ');
  return {
    code: 'LB752',
    field: 'Sage_Customer_No__c',
    value: customerNo,
    problem: `${customerNo} ${customer.customerName}${place === '' ? '' : `, ${place}`} matches by ${WORDS[key]}.`,
    fix: `If this is the one, enter ${customerNo} in the field Sage Customer No. of the account, then replay.`
  };
}
