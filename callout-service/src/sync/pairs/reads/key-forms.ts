import { parseCustomerKey, type CustomerKey } from '../../../canonical/customer-key.ts';
import type { Contact, ContactKey } from '../../../canonical/contact.ts';
import type { Customer } from '../../../canonical/customer.ts';
import { recordKeys } from '../../../mapping/entities/record-keys.ts';
import type { KeyForm } from './keyed-reads.ts';

export const customerForm: KeyForm<Customer, CustomerKey> = {
  keyOf: recordKeys.customer,
  parse: (key) => present(parseCustomerKey(key))
};

export const contactForm: KeyForm<Contact, ContactKey> = {
  keyOf: recordKeys.contact,
  parse: (key) =>
    splits(key).flatMap(([customer, contactCode]) =>
      present(parseCustomerKey(customer)).map((parsed) => ({ ...parsed, contactCode }))
    )
};

/** A text before and behind each of its strokes, the first stroke first. */
export function splits(text: string): readonly (readonly [string, string])[] {
  const places = [...text.matchAll(/\//g)].map(({ index }) => index);
  return places.map((place) => [text.slice(0, place), text.slice(place + 1)] as const);
}

export function present<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}
