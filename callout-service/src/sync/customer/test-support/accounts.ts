import { randomInt } from 'node:crypto';
import type { SourceAccount, SourceContact } from '../../order-out/order-source.ts';

const blank = { street: null, city: null, state: null, postalCode: null, country: null };

/** An account under an id of its own, without anything but a name. */
export function account(changes: Partial<SourceAccount> = {}): SourceAccount {
  return {
    id: salesforceId('001'),
    name: 'Nobody Knows Inc.',
    sageCustomerNo: null,
    billing: blank,
    shipping: blank,
    phone: null,
    fax: null,
    website: null,
    email: null,
    row: {},
    ...changes
  };
}

/** A person under an id of its own. */
export function contact(changes: Partial<SourceContact> = {}): SourceContact {
  return {
    id: salesforceId('003'),
    sageContactKey: null,
    firstName: 'Jane',
    lastName: 'Doe',
    title: null,
    salutation: null,
    email: null,
    phone: null,
    mobilePhone: null,
    row: {},
    ...changes
  };
}

function salesforceId(prefix: string): string {
  return `${prefix}${String(randomInt(1e12)).padStart(12, '0')}AAA`;
}
