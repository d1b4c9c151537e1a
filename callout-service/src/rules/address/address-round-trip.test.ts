import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PostalAddress } from '../../canonical/postal-address.ts';
import type { AddressSettings } from './address-settings.ts';
import { toSageAddress } from './to-sage-address.ts';
import { toSalesforceAddress } from './to-salesforce-address.ts';

const release600 = { addressLine: 30, city: 20, state: 2, zipCode: 10, countryCode: 3 };
const today = { addressLine: 40, city: 30, state: 2, zipCode: 10, countryCode: 3 };

const anySettings: fc.Arbitrary<AddressSettings> = fc.record({
  lengths: fc.constantFrom(release600, today),
  businessCountry: fc.constantFrom('US', 'CA', 'GB'),
  sageCountryForm: fc.constantFrom('iso3', 'iso2', 'numeric'),
  salesforceForm: fc.constantFrom('code', 'name')
});

/** What a column of this length can hold: printable Latin-1, blanks anywhere, padding included. */
function column(length: number): fc.Arbitrary<string | null> {
  const text = fc.stringMatching(new RegExp(`^[ -~À-ÿ]{0,${length}}$`));
  const padded = text.map((value) => value.padEnd(length));
  return fc.oneof(text, padded, fc.constantFrom(null, '', ' '));
}

function anyPresent(states: readonly string[], zipCodes: readonly string[]): fc.Arbitrary<PostalAddress> {
  return fc.record({
    addressLine1: column(30),
    addressLine2: column(30),
    addressLine3: column(30),
    city: column(20),
    state: fc.oneof(column(2), fc.constantFrom(...states)),
    zipCode: fc.oneof(column(10), fc.constantFrom(...zipCodes)),
    countryCode: fc.oneof(column(3), fc.constantFrom('USA', 'CAN', 'GBR', 'US', '840', 'UK', 'DEU'))
  });
}
const somePresent = anyPresent(['WI', 'wi', 'ON', 'PQ', 'AE'], ['532051204', '53205-1204', '2134', 'm5v3l9']);

describe('an address that goes from Sage to Salesforce and back', () => {
  it('when nothing changed there, then Sage has the very same address, for any that its columns can hold', () => {
    fc.assert(
      fc.property(somePresent, anySettings, (present, settings) => {
        const { address } = toSalesforceAddress(present, settings);
        expect(toSageAddress(address, settings, present)).toMatchObject({ fits: true, address: present });
      }),
      { numRuns: 1000 }
    );
  });

  it('when Salesforce trimmed the street and changed its line breaks, then it still is the very same', () => {
    fc.assert(
      fc.property(somePresent, anySettings, (present, settings) => {
        const { address } = toSalesforceAddress(present, settings);
        const street = address.street?.trim().replace(/\n/g, '\r\n') ?? null;
        expect(toSageAddress({ ...address, street }, settings, present)).toMatchObject({ address: present });
      })
    );
  });

  const trimmed = (length: number): fc.Arbitrary<string> =>
    fc.stringMatching(new RegExp(`^[!-~À-ÿ]([ -~À-ÿ]{0,${length - 2}}[!-~À-ÿ])?$`));
  const standardAddress = fc.record({
    addressLine1: trimmed(30),
    addressLine2: fc.option(trimmed(30)),
    addressLine3: fc.option(trimmed(30)),
    city: fc.option(trimmed(20)),
    place: fc.constantFrom(
      { state: 'WI', zipCode: '53205-1204', countryCode: 'USA' },
      { state: 'PR', zipCode: '00612', countryCode: 'USA' },
      { state: 'AE', zipCode: '09012', countryCode: 'USA' },
      { state: 'QC', zipCode: 'H2X 1Y4', countryCode: 'CAN' },
      { state: null, zipCode: 'SW1A 2AA', countryCode: 'GBR' },
      { state: 'BY', zipCode: '80331', countryCode: 'DEU' }
    )
  });

  it('when Sage has not got it yet, then an address in standard form comes back as it went', () => {
    fc.assert(
      fc.property(standardAddress, anySettings, ({ place, ...rest }, anyForm) => {
        const settings = { ...anyForm, sageCountryForm: 'iso3' } as const;
        const sage = { ...rest, ...place };
        const { address, remarks } = toSalesforceAddress(sage, settings);
        expect(remarks).toEqual([]);
        expect(toSageAddress(address, settings)).toEqual({ fits: true, address: sage, remarks: [] });
      })
    );
  });

  it('for any address that fits, once in standard form it stays so', () => {
    fc.assert(
      fc.property(somePresent, anySettings, (present, settings) => {
        const once = toSageAddress(toSalesforceAddress(present, settings).address, settings);
        if (!once.fits) throw new Error('what Sage holds fits Sage');
        const twice = toSageAddress(toSalesforceAddress(once.address, settings).address, settings);
        expect(twice).toMatchObject({ fits: true, address: once.address });
      })
    );
  });

  it('when one part changed in Salesforce, then the others keep the form that Sage gave them', () => {
    const settings: AddressSettings = {
      lengths: today,
      businessCountry: 'US',
      sageCountryForm: 'iso3',
      salesforceForm: 'name'
    };
    const present = {
      addressLine1: '',
      addressLine2: '2131  N. 14th Street',
      addressLine3: null,
      city: 'MILWAUKEE',
      state: 'wi',
      zipCode: '532051204',
      countryCode: null
    };
    const { address } = toSalesforceAddress(present, settings);
    expect(address).toMatchObject({ state: 'Wisconsin', postalCode: '53205-1204', country: 'United States' });
    expect(toSageAddress({ ...address, city: 'Racine' }, settings, present)).toMatchObject({
      address: { ...present, city: 'Racine' }
    });
    expect(toSageAddress({ ...address, country: 'Germany', state: null }, settings, present)).toMatchObject({
      address: { ...present, state: null, zipCode: '53205-1204', countryCode: 'DEU' }
    });
  });
});
