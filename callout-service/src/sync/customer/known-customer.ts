import { formatCustomerKey, parseCustomerKey } from '../../canonical/customer-key.ts';
import type { Customer } from '../../canonical/customer.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { textOrNull } from '../../rules/address/comparable-text.ts';
import { fieldFault } from '../../rules/written-values/field-fault.ts';
import { presentValues } from './agreed-values.ts';
import { belongsToAnother, linkBoth, stillStandsFor } from './customer-links.ts';
import type { FoundCustomer, Resolving } from './resolving.ts';

/**
 * The customer that the account names, or else the one it was linked with; undefined when it never had one. The number on
 * the account is a person's word and wins over an older link.
 * @throws LedgerBridgeError LB401 when Sage does not have it; LB501; LB752 when it belongs to another account.
 */
export async function knownCustomer(resolving: Resolving): Promise<FoundCustomer | undefined> {
  const { account, store } = resolving;
  const number = textOrNull(account.sageCustomerNo);
  if (number !== null) return numbered(number, resolving);
  const link = await store.links.bySalesforceId('customer', account.id);
  if (link === undefined) return undefined;
  const customer = await activeCustomer(link.sageKey, resolving);
  await linkBoth(store, { ...link, entity: 'customer', held: null });
  return { customer, how: 'linked', story: `The account is linked with customer ${link.sageKey}.` };
}

async function numbered(number: string, resolving: Resolving): Promise<FoundCustomer> {
  const { account, store } = resolving;
  const customer = await activeCustomer(number, resolving);
  const customerNo = formatCustomerKey(customer);
  const story = `The account names customer ${customerNo}.`;
  const link = await store.links.bySageKey('customer', customerNo);
  if (link?.salesforceId === account.id) return { customer, how: 'numbered', story };
  const taken = link === undefined ? '' : await takeOver(link.salesforceId, customerNo, resolving);
  await linkBoth(store, {
    entity: 'customer',
    salesforceId: account.id,
    sageKey: customerNo,
    agreed: presentValues(account, customer),
    held: customerNo
  });
  return { customer, how: 'numbered', story: `${story}${taken}` };
}

/** Ends the link of an account that does not stand for the customer any more, as after a merge. */
async function takeOver(other: string, customerNo: string, resolving: Resolving): Promise<string> {
  const { account, store, accounts } = resolving;
  if (await stillStandsFor(accounts, other, customerNo))
    throw belongsToAnother(
      { entity: 'customer', salesforceId: account.id, sageKey: customerNo },
      { salesforceId: other }
    );
  await store.links.remove('customer', other);
  return ` It was linked with account ${other}, which does not stand for it any more.`;
}

/** @throws LedgerBridgeError LB401 where Sage has none, LB501 where it is inactive. */
async function activeCustomer(customerNo: string, { sage, account }: Resolving): Promise<Customer> {
  const key = parseCustomerKey(customerNo);
  const [customer] = key === undefined ? [] : await sage.records.customers.byKeys([key]);
  if (customer === undefined) {
    const place = { field: 'Sage_Customer_No__c', value: customerNo };
    const problem =
      key === undefined ? 'It is not a customer number of Sage, as 01-ABF.' : 'Sage has no such customer.';
    const fix =
      'Enter the number of the customer in the field Sage Customer No. of the account, then replay.';
    throw new LedgerBridgeError('LB401', {
      detail: 'Sage does not have the customer of the account.',
      subject: `AR_Customer ${customerNo} of Account ${account.id}`,
      faults: [fieldFault('LB401', place, problem, fix)]
    });
  }
  refuseInactive(customer, account.id);
  return customer;
}

/** @throws LedgerBridgeError LB501 */
export function refuseInactive(customer: Customer, accountId: string): void {
  if (customer.status !== 'inactive') return;
  const customerNo = formatCustomerKey(customer);
  throw new LedgerBridgeError('LB501', {
    detail: 'The customer of the account is inactive in Sage.',
    subject: `AR_Customer ${customerNo} of Account ${accountId}`,
    faults: [
      fieldFault(
        'LB501',
        { field: 'Sage_Customer_No__c', value: customerNo },
        `Customer ${customerNo} is inactive, so Sage takes no orders for it.`
      )
    ]
  });
}
