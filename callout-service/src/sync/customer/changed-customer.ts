import { isDeepStrictEqual } from 'node:util';
import type { Customer } from '../../canonical/customer.ts';
import type { CustomerDraft } from '../../canonical/drafts/customer-draft.ts';
import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import { addressDraft, toSageAddress } from '../../rules/address/to-sage-address.ts';
import { toSagePhone } from '../../rules/phone/phone.ts';
import { customerValues } from '../../rules/written-values/master-values.ts';
import { valueFaults } from '../../rules/written-values/value-faults.ts';
import type { SourceAccount } from '../order-out/order-source.ts';
import { presentValues, type Agreed } from './agreed-values.ts';
import { addressOf } from './company-facts.ts';
import { phoneSettings } from './new-customer-draft.ts';
import { fieldOfSalesforce } from './refuse.ts';
import type { SageColumns } from './sage-columns.ts';

/** What an account changes in its customer. */
export interface CustomerChange {
  /** Only fields that changed in Salesforce since both agreed; empty when there is nothing to write. */
  readonly values: ChangedValues;
  /** Which parts the values are of. */
  readonly written: readonly (keyof Agreed)[];
  /** What both sides agree on once the values are written. */
  readonly agreed: Agreed;
  readonly faults: readonly FieldFault[];
  /** What was changed on both sides, where Sage's value stays. */
  readonly kept: readonly (keyof Agreed)[];
}

type ChangedValues = Pick<CustomerDraft, 'customerName' | 'address' | 'telephoneNo' | 'telephoneExt'>;

/** One thing that both sides know of a customer. */
interface Wanted<P extends keyof Agreed> {
  readonly part: P;
  /** Whether both sides say the same now. */
  readonly same: boolean;
  readonly values: ChangedValues;
  readonly faults: readonly FieldFault[];
}

/**
 * A three-way comparison of name, address and phone: with what both sides agreed on last, what Salesforce has and what
 * Sage has. What changed in Salesforce alone is written; what changed in Sage too stays as Sage has it; what changed in
 * Sage alone is left to the other direction. An address is one thing: state and postal code are read by their country.
 */
export function changedCustomer(
  account: SourceAccount,
  customer: Customer,
  { base, columns }: { readonly base: Agreed; readonly columns: SageColumns }
): CustomerChange {
  const now = presentValues(account, customer);
  const wanted = [
    nameOf(account, customer, columns),
    phoneOf(account, customer, columns),
    addressValues(account, customer, columns)
  ];
  const judged = wanted.map((each) => ({
    ...each,
    verdict: verdictOf(each, now[each.part], base[each.part])
  }));
  const agreeing = judged.filter(({ verdict }) => verdict === 'same' || verdict === 'write');
  const written = judged.filter(({ verdict }) => verdict === 'write');
  return {
    values: written.reduce<ChangedValues>((all, { values }) => ({ ...all, ...values }), {}),
    written: written.map(({ part }) => part),
    agreed: { ...base, ...Object.fromEntries(agreeing.map(({ part }) => [part, now[part]])) },
    faults: written.flatMap(({ faults }) => faults),
    kept: judged.filter(({ verdict }) => verdict === 'kept').map(({ part }) => part)
  };
}

type Side = Agreed[keyof Agreed];

function verdictOf(
  { same }: Wanted<keyof Agreed>,
  now: Side,
  base: Side
): 'same' | 'write' | 'kept' | 'left' {
  if (same) return 'same';
  if (isDeepStrictEqual(now.salesforce, base.salesforce)) return 'left';
  return isDeepStrictEqual(now.sage, base.sage) ? 'write' : 'kept';
}

function nameOf(account: SourceAccount, customer: Customer, { table }: SageColumns): Wanted<'name'> {
  const customerName = account.name.trim();
  const faults = valueFaults(customerValues({ requestKey: account.id, customerName }), table);
  const renamed = faults.map((fault) => ({ ...fault, field: fieldOfSalesforce(fault.field) }));
  return {
    part: 'name',
    same: customerName === customer.customerName,
    values: { customerName },
    faults: renamed
  };
}

function phoneOf(account: SourceAccount, customer: Customer, columns: SageColumns): Wanted<'phone'> {
  const { telephoneNo, telephoneExt } = customer;
  const present = { telephoneNo, telephoneExt };
  const answer = toSagePhone(account.phone, phoneSettings(account, columns), present);
  if (answer.fits)
    return {
      part: 'phone',
      same: isDeepStrictEqual(answer.phone, present),
      values: answer.phone,
      faults: []
    };
  const faults = answer.faults.map((fault) => ({ ...fault, field: 'Phone' }));
  return { part: 'phone', same: false, values: {}, faults };
}

function addressValues(
  account: SourceAccount,
  customer: Customer,
  { addresses }: SageColumns
): Wanted<'address'> {
  const { address, prefix } = addressOf(account);
  const answer = toSageAddress(address, addresses, customer.address);
  if (!answer.fits) {
    const faults = answer.faults.map((fault) => ({ ...fault, field: `${prefix} ${fault.field}` }));
    return { part: 'address', same: false, values: {}, faults };
  }
  const same = isDeepStrictEqual(answer.address, customer.address);
  return { part: 'address', same, values: { address: addressDraft(answer.address) }, faults: [] };
}
