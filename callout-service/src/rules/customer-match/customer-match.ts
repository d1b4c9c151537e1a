import { addressMatchKey, countryOf, postalCodeOf } from '../address/address-match-key.ts';
import type { AddressSettings, SalesforceAddress } from '../address/address-settings.ts';
import { comparableText, textOrNull } from '../address/comparable-text.ts';
import { regionCode } from '../address/regions.ts';
import { splitExtension } from '../phone/extension.ts';
import { toSalesforcePhone } from '../phone/phone.ts';
import { companyNameKey } from './company-name-key.ts';
import { websiteHost } from './website-host.ts';

/** By what an account is recognised among Sage's customers, or a customer among accounts. */
export const customerMatchKeys = [
  'name',
  'name-and-postal-code',
  'name-and-address',
  'phone',
  'email',
  'website'
] as const;
export type CustomerMatchKey = (typeof customerMatchKeys)[number];

/** What either side knows of a company, in Salesforce's shape. Blank is null. */
export interface CompanyFacts {
  readonly name: string | null;
  readonly address: SalesforceAddress;
  readonly phone: string | null;
  /** Several may stand in one field, parted by semicolons, commas or blanks. */
  readonly email: string | null;
  readonly website: string | null;
}

export type MatchSettings = Pick<AddressSettings, 'businessCountry' | 'sageCountryCodes'>;

/**
 * The values by which a company is compared, for one match key. Two companies match by the key when they have one of these
 * values in common. A company that lacks any part of the key has none, so it matches nobody by it.
 *
 * - `name`: the name without case, accents, marks, blanks, legal form and leading "The" (`company-name-key.ts`).
 * - `name-and-postal-code`: that name, the country, and the postal code: five digits of a ZIP code.
 * - `name-and-address`: that name, and the whole address in USPS abbreviations (`address-match-key.ts`).
 * - `phone`: the number in E.164, read in the country of the address, without its extension. What cannot be dialled from
 *   elsewhere, as a number without area code, is none.
 * - `email`: each whole address in lower case.
 * - `website`: the host without `www.`; hosts that many share are none (`website-host.ts`).
 *
 * For comparing only: never shown or written.
 */
export function customerMatchValues(
  key: CustomerMatchKey,
  facts: CompanyFacts,
  settings: MatchSettings
): readonly string[] {
  switch (key) {
    case 'name':
      return together(companyNameKey(facts.name));
    case 'name-and-postal-code':
      return together(companyNameKey(facts.name), postalCodeKey(facts.address, settings));
    case 'name-and-address':
      return together(companyNameKey(facts.name), addressMatchKey(facts.address, settings));
    case 'phone':
      return together(phoneKey(facts, settings));
    case 'email':
      return emailKeys(facts.email);
    case 'website':
      return together(websiteHost(facts.website));
  }
}

/** Whether two companies match by a key: see `customerMatchValues`. */
export function customersMatch(
  key: CustomerMatchKey,
  one: CompanyFacts,
  other: CompanyFacts,
  settings: MatchSettings
): boolean {
  const values = new Set(customerMatchValues(key, one, settings));
  return customerMatchValues(key, other, settings).some((value) => values.has(value));
}

/** All parts or nothing. */
function together(...parts: readonly (string | null)[]): readonly string[] {
  return parts.includes(null) ? [] : [parts.join('\n')];
}

function postalCodeKey(address: SalesforceAddress, settings: MatchSettings): string | null {
  if (textOrNull(address.postalCode) === null) return null;
  const country = countryOf(address, settings);
  const state = regionCode(address.state, country) ?? comparableText(address.state ?? '');
  const code = postalCodeOf(address.postalCode ?? '', country, state);
  return code === '' ? null : `${country} ${code}`;
}

function phoneKey({ phone, address }: CompanyFacts, { businessCountry }: MatchSettings): string | null {
  const { number } = splitExtension(phone);
  // Lengths are those of writing into Sage; reading does not ask for them.
  const reading = { lengths: { telephoneNo: 0, telephoneExt: 0 }, country: address.country, businessCountry };
  const answer = toSalesforcePhone({ telephoneNo: number, telephoneExt: null }, reading);
  if (answer.phone === null || answer.remark !== undefined) return null;
  return splitExtension(answer.phone).number;
}

function emailKeys(email: string | null): readonly string[] {
  const addresses = (email ?? '').toLowerCase().split(/[\s,;]+/);
  return [...new Set(addresses.filter((address) => /^[^@]+@[^@]+\.[^@]+$/.test(address)))];
}
