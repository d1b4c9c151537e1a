import type { PostalAddress } from '../../canonical/postal-address.ts';
import type { AddressRemark, AddressSettings, SalesforceAddress } from './address-settings.ts';
import { textOrNull } from './comparable-text.ts';
import { countryIso2, salesforceCountry } from './countries.ts';
import { standardPostalCode } from './postal-code.ts';
import { hasRegions, regionCode, regionName } from './regions.ts';

/** An address for Salesforce, and what a person may want to look at. */
export interface SalesforceAddressAnswer {
  readonly address: SalesforceAddress;
  readonly remarks: readonly AddressRemark[];
}

interface Part {
  readonly value: string | null;
  readonly remark?: string;
}

/**
 * An address of Sage in Salesforce's shape: the lines become one street of several lines, state and country the form that
 * the org takes, the postal code its country's own form. A blank country is the company's own; an address that is blank
 * altogether stays blank. What is not recognised is kept as it is, with a remark. Three of Sage's lines always fit the
 * 255 characters of a street. Sources: Sage 100 file layouts, AR_Customer; Salesforce, compound address fields.
 */
export function toSalesforceAddress(
  address: PostalAddress,
  settings: AddressSettings
): SalesforceAddressAnswer {
  if (Object.values(address).every((text) => textOrNull(text) === null)) {
    return {
      address: { street: null, city: null, state: null, postalCode: null, country: null },
      remarks: []
    };
  }
  const countryText = textOrNull(address.countryCode) ?? settings.businessCountry;
  const iso2 = countryIso2(countryText, settings.sageCountryCodes);
  const state = statePart(textOrNull(address.state), iso2, settings);
  const postalCode = postalCodePart(address, iso2);
  const country = countryPart(countryText, iso2, settings);
  return {
    address: {
      street: streetOf(address),
      city: textOrNull(address.city),
      state: state.value,
      postalCode: postalCode.value,
      country: country.value
    },
    remarks: [
      ...remarkOn('state', state),
      ...remarkOn('postalCode', postalCode),
      ...remarkOn('country', country)
    ]
  };
}

function remarkOn(field: AddressRemark['field'], { remark }: Part): AddressRemark[] {
  return remark === undefined ? [] : [{ field, remark }];
}

function countryPart(text: string, iso2: string | undefined, settings: AddressSettings): Part {
  if (iso2 !== undefined) return { value: salesforceCountry(iso2, settings) };
  return { value: text, remark: `"${text}" is no country code that is known here; it is kept as it is.` };
}

function statePart(text: string | null, iso2: string | undefined, settings: AddressSettings): Part {
  if (text === null || !hasRegions(iso2)) return { value: text };
  const region = settings.salesforceForm === 'code' ? regionCode(text, iso2) : regionName(text, iso2);
  if (region !== undefined) return { value: region };
  return { value: text, remark: `"${text}" is no state or province of ${iso2 ?? ''}; it is kept as it is.` };
}

function postalCodePart({ zipCode, state }: PostalAddress, iso2: string | undefined): Part {
  const text = textOrNull(zipCode);
  if (text === null) return { value: null };
  const { postalCode, ...remark } = standardPostalCode(text, iso2, regionCode(state, iso2));
  return { value: postalCode, ...remark };
}

/** Lines without their padding; empty ones at the end are no lines, those in between stay. */
function streetOf({ addressLine1, addressLine2, addressLine3 }: PostalAddress): string | null {
  const lines = [addressLine1, addressLine2, addressLine3].map((line) => line?.trimEnd() ?? '');
  const street = lines.join('\n').trimEnd();
  return street === '' ? null : street;
}
