import { describe, expect, it } from 'vitest';
import type { AddressSettings, SalesforceAddress } from './address-settings.ts';
import { addressDraft, toSageAddress } from './to-sage-address.ts';
import { toSalesforceAddress } from './to-salesforce-address.ts';

const settings: AddressSettings = {
  lengths: { addressLine: 30, city: 20, state: 2, zipCode: 10, countryCode: 3 },
  businessCountry: 'US',
  sageCountryForm: 'iso3',
  salesforceForm: 'name'
};

/** American Business Futures of Sage's demo company. */
const abf = {
  addressLine1: '2131 N. 14th Street',
  addressLine2: 'Suite 100',
  addressLine3: 'Accounting Department',
  city: 'Milwaukee',
  state: 'WI',
  zipCode: '53205-1204',
  countryCode: 'USA'
};
const abfInSalesforce: SalesforceAddress = {
  street: '2131 N. 14th Street\nSuite 100\nAccounting Department',
  city: 'Milwaukee',
  state: 'Wisconsin',
  postalCode: '53205-1204',
  country: 'United States'
};
const blank = { street: null, city: null, state: null, postalCode: null, country: null };
const noAddress = {
  addressLine1: null,
  addressLine2: null,
  addressLine3: null,
  city: null,
  state: null,
  zipCode: null,
  countryCode: null
};

describe('toSalesforceAddress', () => {
  it("gives the address of 01-ABF of Sage's demo company by names or by codes", () => {
    expect(toSalesforceAddress(abf, settings)).toEqual({ address: abfInSalesforce, remarks: [] });
    const byCode = { ...settings, salesforceForm: 'code' } as const;
    expect(toSalesforceAddress(abf, byCode).address).toMatchObject({ state: 'WI', country: 'US' });
  });

  it("when Sage's country is blank, then it is the company's own; an address without anything stays so", () => {
    expect(toSalesforceAddress({ ...abf, countryCode: ' ' }, settings).address).toEqual(abfInSalesforce);
    expect(toSalesforceAddress(noAddress, settings).address).toEqual(blank);
  });

  it('when columns are padded, then their padding stays behind', () => {
    const padded = { ...abf, addressLine1: abf.addressLine1.padEnd(30), city: 'Milwaukee'.padEnd(20) };
    expect(toSalesforceAddress(padded, settings).address).toEqual(abfInSalesforce);
  });

  it('when codes are not known, then they are kept, each with a remark', () => {
    const odd = { ...abf, state: 'XX', zipCode: '5320' };
    const answer = toSalesforceAddress(odd, settings);
    expect(answer.address).toMatchObject({ state: 'XX', postalCode: '5320' });
    expect(answer.remarks.map(({ field }) => field)).toEqual(['state', 'postalCode']);
    const { address, remarks } = toSalesforceAddress({ ...abf, countryCode: 'ZZZ' }, settings);
    expect(address).toMatchObject({ country: 'ZZZ', state: 'WI' });
    expect(remarks.map(({ field }) => field)).toEqual(['country']);
  });
});

describe('toSageAddress', () => {
  it.each([
    ['as it came from Sage', abfInSalesforce, abf],
    ['with codes', { ...abfInSalesforce, state: 'wi', country: 'us' }, abf],
    ['without a country', { ...abfInSalesforce, country: '' }, abf],
    ['without anything', blank, noAddress],
    [
      'of Canada',
      {
        street: '200 Wellington St W',
        city: 'Toronto',
        state: 'Ontario',
        postalCode: 'm5v3l9',
        country: 'Canada'
      },
      {
        ...noAddress,
        addressLine1: '200 Wellington St W',
        city: 'Toronto',
        state: 'ON',
        zipCode: 'M5V 3L9',
        countryCode: 'CAN'
      }
    ],
    [
      'of another country',
      { street: 'Domstraße 5', city: 'Köln', state: null, postalCode: '50667', country: 'DE' },
      { ...noAddress, addressLine1: 'Domstraße 5', city: 'Köln', zipCode: '50667', countryCode: 'DEU' }
    ]
  ])('when an address is %s, then Sage gets its own form of it', (_how, address, expected) => {
    expect(toSageAddress(address, settings)).toEqual({ fits: true, address: expected, remarks: [] });
  });

  it.each([
    [{ street: 'A '.repeat(46) }, 'LB505', 'street', 'It needs 4 lines of 30 characters; Sage has 3.'],
    [{ city: 'Winchester-on-the-Severn' }, 'LB505', 'city', "It has 24 characters; Sage's column holds 20."],
    [{ state: 'Ontario' }, 'LB505', 'state', "It has 7 characters; Sage's column holds 2."],
    [{ state: 'Bayern', country: 'DE' }, 'LB505', 'state', "It has 6 characters; Sage's column holds 2."],
    [{ postalCode: '53205-1204-7' }, 'LB505', 'postalCode', "It has 12 characters; Sage's column holds 10."],
    [{ country: 'Untied States', state: null }, 'LB506', 'country', 'It is no country that is known here.']
  ])('when %j does not fit, then it says so (%s %s)', (change, code, field, problem) => {
    const answer = toSageAddress({ ...abfInSalesforce, ...change }, settings);
    if (answer.fits) throw new Error('it must not fit');
    expect(answer.faults).toHaveLength(1);
    expect(answer.faults[0]).toMatchObject({ code, field, problem, value: Object.values(change)[0] });
    expect(answer.faults[0]?.fix).toMatch(/^[A-Z].*\.$/);
  });

  it('when several parts do not fit, then all are told at once', () => {
    const address = { ...abfInSalesforce, city: 'x'.repeat(31), state: 'Wisconsn', country: 'Nowhere' };
    const answer = toSageAddress(address, settings);
    expect(answer.fits ? [] : answer.faults.map(({ field }) => field)).toEqual(['city', 'state', 'country']);
  });

  it('when the live columns are longer, then what did not fit does', () => {
    const lengths = { ...settings.lengths, city: 30 };
    const address = { ...abfInSalesforce, city: 'Winchester-on-the-Severn' };
    expect(toSageAddress(address, { ...settings, lengths }).fits).toBe(true);
  });

  it('when a short state or country is not known, then it is kept, with a remark', () => {
    const answer = toSageAddress({ ...abfInSalesforce, state: 'XX', country: 'ZZ' }, settings);
    expect(answer).toMatchObject({ fits: true, address: { state: 'XX', countryCode: 'ZZ' } });
    expect(answer.remarks.map(({ field }) => field)).toEqual(['country']);
    const inUnitedStates = toSageAddress({ ...abfInSalesforce, state: 'XX' }, settings);
    expect(inUnitedStates.remarks.map(({ field }) => field)).toEqual(['state']);
  });
});

describe('addressDraft', () => {
  it('writes blanks as empty texts', () => {
    expect(addressDraft({ ...abf, addressLine3: null })).toEqual({ ...abf, addressLine3: '' });
  });
});
