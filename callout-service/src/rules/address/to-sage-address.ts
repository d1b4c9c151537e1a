import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import type { addressDraftSchema } from '../../canonical/drafts/customer-draft.ts';
import type { PostalAddress } from '../../canonical/postal-address.ts';
import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import type { AddressRemark, AddressSettings, SalesforceAddress } from './address-settings.ts';
import { sageAddressParts, type SageAddressParts } from './sage-address-parts.ts';
import { toSalesforceAddress } from './to-salesforce-address.ts';

/** An address for Sage, or every part of it that does not fit; and what a person may want to look at. */
export type SageAddressAnswer = { readonly remarks: readonly AddressRemark[] } & (
  | { readonly fits: true; readonly address: PostalAddress }
  | { readonly fits: false; readonly faults: readonly FieldFault[] }
);

/**
 * An address of Salesforce in Sage's shape, within the live lengths of Sage's columns: the street on three lines, state
 * and country as codes, the postal code in its country's form. A blank country is the company's own. What does not fit
 * comes back as faults (LB505 too long, LB506 unknown country), each with the field of Salesforce; nothing is cut off.
 *
 * `present` is the address that Sage has now. Each part that says the same as Sage's does is left just as Sage has it, so
 * an address that went to Salesforce and comes back unchanged is the very same, whatever its form was. State and postal
 * code are read by their country, so they are left only where the country is the same too.
 * Source of the columns: Sage 100 file layouts, AR_Customer and SO_ShipToAddress.
 */
export function toSageAddress(
  address: SalesforceAddress,
  settings: AddressSettings,
  present?: PostalAddress
): SageAddressAnswer {
  const standard = sageAddressParts(address, settings);
  const parts = present === undefined ? standard : keepPresent(standard, present, settings);
  const { street, city, state, postalCode, country } = parts;
  const inOrder = [street, city, state, postalCode, country];
  const remarks = inOrder.flatMap(({ remark }) => remark ?? []);
  const faults = inOrder.flatMap(({ fault }) => fault ?? []);
  if (faults.length > 0) return { fits: false, faults, remarks };
  const columns = { ...street.columns, ...city.columns, ...state.columns };
  return { fits: true, address: { ...columns, ...postalCode.columns, ...country.columns }, remarks };
}

/** An address as the drafts for writing have it, where blank is an empty text. */
export function addressDraft(address: PostalAddress): z.infer<typeof addressDraftSchema> {
  return {
    addressLine1: address.addressLine1 ?? '',
    addressLine2: address.addressLine2 ?? '',
    addressLine3: address.addressLine3 ?? '',
    city: address.city ?? '',
    state: address.state ?? '',
    zipCode: address.zipCode ?? '',
    countryCode: address.countryCode ?? ''
  };
}

function keepPresent(
  wanted: SageAddressParts,
  present: PostalAddress,
  settings: AddressSettings
): SageAddressParts {
  const now = sageAddressParts(toSalesforceAddress(present, settings).address, settings);
  const same = (part: keyof SageAddressParts): boolean => isDeepStrictEqual(wanted[part], now[part]);
  const { addressLine1, addressLine2, addressLine3, city, state, zipCode, countryCode } = present;
  const sameCountry = same('country');
  return {
    street: same('street') ? { columns: { addressLine1, addressLine2, addressLine3 } } : wanted.street,
    city: same('city') ? { columns: { city } } : wanted.city,
    state: sameCountry && same('state') ? { columns: { state } } : wanted.state,
    postalCode: sameCountry && same('postalCode') ? { columns: { zipCode } } : wanted.postalCode,
    country: sameCountry ? { columns: { countryCode } } : wanted.country
  };
}
