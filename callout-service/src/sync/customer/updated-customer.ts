import { formatCustomerKey } from '../../canonical/customer-key.ts';
import { isDeepStrictEqual } from 'node:util';
import { agreedSchema, presentValues, type Agreed } from './agreed-values.ts';
import { changedCustomer } from './changed-customer.ts';
import { readBack, writerOf } from './created-customer.ts';
import { linkBoth } from './customer-links.ts';
import { inWordsOfSalesforce, refuseFaults } from './refuse.ts';
import type { FoundCustomer, Resolving } from './resolving.ts';
import { sageColumns } from './sage-columns.ts';

/** What became of a customer whose account may have changed. */
export interface UpdatedCustomer {
  readonly updated: boolean;
  /** Empty where there is nothing to tell. */
  readonly story: string;
}

/**
 * Brings name, address and phone of a customer in step with its account, by a three-way comparison, and keeps what both
 * sides agree on then. Doing it again after a crash finds the values in Sage and writes nothing.
 */
export async function updatedCustomer(found: FoundCustomer, resolving: Resolving): Promise<UpdatedCustomer> {
  const { account, settings, sage } = resolving;
  const { customer } = found;
  const customerNo = formatCustomerKey(customer);
  const base = await agreedBefore(found, resolving);
  const columns = await sageColumns('AR_Customer', settings.businessCountry, resolving);
  const { values, written, agreed, faults, kept } = changedCustomer(account, customer, { base, columns });
  const subject = `Account ${account.id}, customer ${customerNo}`;
  refuseFaults(faults, subject);
  const changed = written.length > 0;
  if (changed) {
    const draft = { requestKey: account.id, customerNo, ...values };
    await inWordsOfSalesforce(() => writerOf(sage.writer).saveCustomer(draft), subject);
  }
  const now = changed ? presentValues(account, await readBack(customerNo, resolving)) : undefined;
  // As Sage stored it, which is what the next comparison finds.
  const stored = now === undefined ? {} : Object.fromEntries(written.map((part) => [part, now[part]]));
  await keepAgreed(base, { ...agreed, ...stored }, resolving, customerNo);
  const done = changed ? [`Changed in Sage: ${written.join(', ')}.`] : [];
  const told = kept.length > 0 ? [`Changed on both sides, Sage's value stays: ${kept.join(', ')}.`] : [];
  return { updated: changed, story: [...done, ...told].join(' ') };
}

/** A link of an older kind agrees on what is there now. */
async function agreedBefore({ customer }: FoundCustomer, { account, store }: Resolving): Promise<Agreed> {
  const link = await store.links.bySalesforceId('customer', account.id);
  return agreedSchema.safeParse(link?.agreed).data ?? presentValues(account, customer);
}

async function keepAgreed(
  base: Agreed,
  agreed: Agreed,
  { account, store }: Resolving,
  customerNo: string
): Promise<void> {
  if (isDeepStrictEqual(agreed, base)) return;
  const pair = { entity: 'customer', salesforceId: account.id, sageKey: customerNo } as const;
  await linkBoth(store, { ...pair, agreed, held: account.sageCustomerNo });
}
