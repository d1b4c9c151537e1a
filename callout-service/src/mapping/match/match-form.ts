import { addressMatchKey, postalCodeOf } from '../../rules/address/address-match-key.ts';
import { comparableText } from '../../rules/address/comparable-text.ts';
import { companyNameKey } from '../../rules/customer-match/company-name-key.ts';
import { customerMatchValues } from '../../rules/customer-match/customer-match.ts';
import { websiteHost } from '../../rules/customer-match/website-host.ts';
import type { FieldMap } from '../mapping-content.ts';
import type { MergeContext } from '../merge/merge-context.ts';
import { sideFacts } from '../merge/side-values.ts';
import { textOf, type Values } from '../transforms/turning.ts';
import { normalValue } from '../values/normal-value.ts';

const NO_ADDRESS = { street: null, city: null, state: null, postalCode: null, country: null };

type Form = (values: Values, context: MergeContext) => string | null;

/** Both sides' names of fields whose values are more than their letters. */
const formsByName: readonly (readonly [RegExp, Form])[] = [
  [/email/i, ([value]) => factKey('email', { email: text(value) })],
  [/^(customer|vendor)Name$/, ([value]) => companyNameKey(text(value))],
  [/zipCode$|PostalCode$/i, ([value], { businessCountry }) => postalCode(text(value), businessCountry)],
  [/urlAddress|website/i, ([value]) => websiteHost(text(value))]
];

/**
 * Values of one field map, as Salesforce has them, in the form by which records find each other: names of companies,
 * streets, telephone numbers, postal codes, e-mail addresses and websites by what they mean (rules/customer-match), others
 * by what they say. Null where nothing is to be found by.
 */
export function matchForm(map: FieldMap, values: Values, context: MergeContext): string | null {
  const kinds = map.transforms.map(({ kind }) => kind);
  const [first = null] = values;
  if (kinds.includes('phone')) return phoneKey(textOf(first), context);
  if (kinds.includes('street-lines')) {
    return addressMatchKey({ ...NO_ADDRESS, street: textOf(first) }, context);
  }
  if (kinds.includes('person-name')) return textOf(comparableText(joined(values)));
  const [named] = formsByName.filter(([pattern]) =>
    [...map.sage, ...map.salesforce].some((name) => pattern.test(name))
  );
  return named === undefined ? plainForm(map, values, context) : named[1](values, context);
}

function text(value: Values[number] | undefined): string | null {
  return textOf(value ?? null);
}

function joined(values: Values): string {
  return values.map((value) => textOf(value) ?? '').join(' ');
}

function postalCode(code: string | null, country: string): string | null {
  return code === null ? null : textOf(postalCodeOf(code, country, ''));
}

function phoneKey(phone: string | null, { businessCountry }: MergeContext): string | null {
  return factKey('phone', { phone }, businessCountry);
}

function factKey(
  key: 'email' | 'phone',
  given: { email?: string | null; phone?: string | null },
  businessCountry = 'US'
): string | null {
  const facts = { name: null, address: NO_ADDRESS, phone: null, email: null, website: null, ...given };
  // Several e-mail addresses in one field: records match by the first.
  return customerMatchValues(key, facts, { businessCountry })[0] ?? null;
}

/** Codes keep their marks: A-1 is not A1. */
function plainForm(map: FieldMap, values: Values, context: MergeContext): string | null {
  const facts = sideFacts(map, 'salesforce', context);
  const normal = values.map((value, index) => normalValue(value, facts[index]?.kind ?? 'text'));
  if (normal.includes(null)) return null;
  return normal.map((value) => String(value).replace(/\s+/g, ' ').toUpperCase()).join('\n');
}
