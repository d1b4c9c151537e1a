import { parseCustomerKey } from '../../canonical/customer-key.ts';
import type { Customer } from '../../canonical/customer.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { SageWriter } from '../../sage/port/sage-writer.ts';
import { presentValues } from './agreed-values.ts';
import { linkBoth } from './customer-links.ts';
import { newCustomerDraft } from './new-customer-draft.ts';
import { inWordsOfSalesforce, refuseFaults } from './refuse.ts';
import type { FoundCustomer, Resolving } from './resolving.ts';
import { sageColumns } from './sage-columns.ts';

/**
 * Makes the customer of an account, and links it as soon as Sage has it. The account's id is the request key, so that a
 * customer that was made and not linked is found instead of made again.
 * @throws LedgerBridgeError LB753 when none may be made; LB523 with all faults, or the code of the only one; LB5xx.
 */
export async function createdCustomer(resolving: Resolving): Promise<FoundCustomer> {
  const { account, settings, store, sage } = resolving;
  const subject = `Account ${account.id}`;
  if (!settings.createCustomers)
    throw new LedgerBridgeError('LB753', { detail: 'The account has no customer in Sage.', subject });
  const columns = await sageColumns('AR_Customer', settings.businessCountry, resolving);
  const { draft, faults, leftOut } = newCustomerDraft(account, settings, columns);
  refuseFaults(faults, subject);
  const receipt = await inWordsOfSalesforce(() => writerOf(sage.writer).saveCustomer(draft), subject);
  const customer = await readBack(receipt.key, resolving);
  const pair = { entity: 'customer', salesforceId: account.id, sageKey: receipt.key } as const;
  await linkBoth(store, { ...pair, agreed: presentValues(account, customer), held: account.sageCustomerNo });
  return { customer, how: 'created', story: storyOf(receipt.key, receipt.outcome, leftOut) };
}

/** @throws LedgerBridgeError LB520 where this service only reads. */
export function writerOf(writer: SageWriter | undefined): SageWriter {
  if (writer !== undefined) return writer;
  throw new LedgerBridgeError('LB520', { detail: 'Writing to Sage is not set up in this service.' });
}

/** A customer as Sage has it now. */
export async function readBack(customerNo: string, { sage }: Pick<Resolving, 'sage'>): Promise<Customer> {
  const key = parseCustomerKey(customerNo);
  const [customer] = key === undefined ? [] : await sage.records.customers.byKeys([key]);
  if (customer !== undefined) return customer;
  throw new LedgerBridgeError('LB401', {
    detail: 'Sage does not have the customer that was just written.',
    subject: `AR_Customer ${customerNo}`
  });
}

function storyOf(customerNo: string, outcome: string, leftOut: readonly string[]): string {
  const made =
    outcome === 'found'
      ? `Customer ${customerNo} had been made for the account before.`
      : `Customer ${customerNo} was made.`;
  return leftOut.length === 0 ? made : `${made} Too long for Sage, so left out: ${leftOut.join(', ')}.`;
}
