import type { PostalAddress } from '../../canonical/postal-address.ts';
import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import type { AddressRemark, AddressSettings, SalesforceAddress } from './address-settings.ts';
import { textOrNull } from './comparable-text.ts';
import { countryIso2, sageCountryCode } from './countries.ts';
import { standardPostalCode } from './postal-code.ts';
import { hasRegions, regionCode } from './regions.ts';
import { streetLines } from './street-lines.ts';

type Column = keyof PostalAddress;

/** What one part of an address becomes in Sage; at fault, its columns are null. */
export interface SageAddressPart<C extends Column> {
  readonly columns: Pick<PostalAddress, C>;
  readonly remark?: AddressRemark;
  readonly fault?: FieldFault;
}

/** Each part of Salesforce's address with the columns of Sage that hold it. */
export interface SageAddressParts {
  readonly street: SageAddressPart<'addressLine1' | 'addressLine2' | 'addressLine3'>;
  readonly city: SageAddressPart<'city'>;
  readonly state: SageAddressPart<'state'>;
  readonly postalCode: SageAddressPart<'zipCode'>;
  readonly country: SageAddressPart<'countryCode'>;
}

/** An address of Salesforce part by part: see `toSageAddress`. */
export function sageAddressParts(address: SalesforceAddress, settings: AddressSettings): SageAddressParts {
  const texts = [address.street, address.city, address.state, address.postalCode, address.country];
  const given = texts.some((text) => textOrNull(text) !== null);
  const countryText = textOrNull(address.country) ?? (given ? settings.businessCountry : null);
  const iso2 = countryText === null ? undefined : countryIso2(countryText, settings.sageCountryCodes);
  return {
    street: streetPart(address.street ?? '', settings),
    city: cityPart(textOrNull(address.city), settings),
    state: statePart(textOrNull(address.state), iso2, settings),
    postalCode: postalCodePart(address, iso2, settings),
    country: countryPart(countryText, iso2, settings)
  };
}

function streetPart(street: string, { lengths }: AddressSettings): SageAddressParts['street'] {
  const result = streetLines(street, { lines: 3, length: lengths.addressLine });
  const [first, second, third] = result.fits ? result.lines : [];
  const columns = {
    addressLine1: textOrNull(first ?? null),
    addressLine2: textOrNull(second ?? null),
    addressLine3: textOrNull(third ?? null)
  };
  if (result.fits) return { columns };
  const fix = 'Abbreviate the street, or move what delivery does not need to another field.';
  return { columns, fault: { code: 'LB505', field: 'street', value: street, problem: result.problem, fix } };
}

function cityPart(city: string | null, { lengths }: AddressSettings): SageAddressParts['city'] {
  if (fits(city, lengths.city)) return { columns: { city } };
  return { columns: { city: null }, fault: tooLong('city', city, lengths.city, 'Abbreviate the city.') };
}

function statePart(
  text: string | null,
  iso2: string | undefined,
  { lengths }: AddressSettings
): SageAddressParts['state'] {
  const known = regionCode(text, iso2);
  const state = known ?? text;
  if (!fits(state, lengths.state)) {
    const fix = stateFix(iso2, lengths.state);
    return { columns: { state: null }, fault: tooLong('state', state, lengths.state, fix) };
  }
  if (state === known || state === null || !hasRegions(iso2)) {
    return { columns: { state } };
  }
  const remark = `"${state}" is no state or province of ${iso2 ?? ''}; it is kept as it is.`;
  return { columns: { state }, remark: { field: 'state', remark } };
}

function stateFix(iso2: string | undefined, length: number): string {
  if (iso2 === undefined) return 'Correct the country first: the state is read by it.';
  return hasRegions(iso2)
    ? `Use a state or province of ${iso2}, or correct the country.`
    : `Use a code of at most ${length} characters, or leave the state empty.`;
}

function postalCodePart(
  { postalCode, state }: SalesforceAddress,
  iso2: string | undefined,
  { lengths }: AddressSettings
): SageAddressParts['postalCode'] {
  const text = textOrNull(postalCode);
  if (text === null) return { columns: { zipCode: null } };
  const { postalCode: zipCode, remark } = standardPostalCode(text, iso2, regionCode(state, iso2));
  if (!fits(zipCode, lengths.zipCode)) {
    const fix = 'Correct the postal code.';
    return { columns: { zipCode: null }, fault: tooLong('postalCode', zipCode, lengths.zipCode, fix) };
  }
  if (remark === undefined) return { columns: { zipCode } };
  return { columns: { zipCode }, remark: { field: 'postalCode', remark } };
}

function countryPart(
  text: string | null,
  iso2: string | undefined,
  settings: AddressSettings
): SageAddressParts['country'] {
  const countryCode = iso2 === undefined ? text : sageCountryCode(iso2, settings);
  if (countryCode === null || (iso2 !== undefined && fits(countryCode, settings.lengths.countryCode))) {
    return { columns: { countryCode } };
  }
  if (fits(countryCode, settings.lengths.countryCode)) {
    const remark = `"${countryCode}" is no country code that is known here; it is kept as it is.`;
    return { columns: { countryCode }, remark: { field: 'country', remark } };
  }
  return {
    columns: { countryCode: null },
    fault: countryFault(text ?? '', iso2, settings.lengths.countryCode)
  };
}

function countryFault(value: string, iso2: string | undefined, length: number): FieldFault {
  if (iso2 !== undefined) {
    return tooLong('country', value, length, 'Set the form of country codes to one that Sage holds.');
  }
  const fix = "Use the country's English name or its ISO 3166 code.";
  return { code: 'LB506', field: 'country', value, problem: 'It is no country that is known here.', fix };
}

function fits(text: string | null, length: number): text is string | null {
  return text === null || text.length <= length;
}

function tooLong(field: string, value: string | null, length: number, fix: string): FieldFault {
  const problem = `It has ${value?.length ?? 0} characters; Sage's column holds ${length}.`;
  return { code: 'LB505', field, value: value ?? '', problem, fix };
}
