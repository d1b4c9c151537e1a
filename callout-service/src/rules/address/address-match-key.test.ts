import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressMatchKey } from './address-match-key.ts';
import type { SalesforceAddress } from './address-settings.ts';
import { toSalesforceAddress } from './to-salesforce-address.ts';

const settings = { businessCountry: 'US' };

const milwaukee: SalesforceAddress = {
  street: '2131 N. 14th Street\nSuite 100',
  city: 'Milwaukee',
  state: 'WI',
  postalCode: '53205-1204',
  country: 'US'
};
const toronto = { city: 'Toronto', state: 'ON', postalCode: 'M5V 3L9', country: 'Canada' };

const keyOf = (street: string, rest: Partial<SalesforceAddress> = {}): string | null =>
  addressMatchKey({ ...milwaukee, street, ...rest }, settings);

describe('addressMatchKey', () => {
  it("is made of abbreviated parts (01-ABF of Sage's demo company)", () => {
    expect(addressMatchKey(milwaukee, settings)).toBe('2131 N 14TH ST|# 100|MILWAUKEE|WI|53205|US');
  });

  it.each([
    ['2131 North 14th St., Ste. 100', {}],
    ['2131 N 14TH STR #100', {}],
    ['Suite 100\r\n2131 N. 14th Street', {}],
    ['2131 N. 14th Street', { street: '2131 n 14th st  unit 100' }],
    ['2131 N. 14th Street Suite # 100', { state: 'Wisconsin' }],
    ['2131 N. 14th Street Apt 100', { postalCode: '532051204', country: 'United States of America' }],
    ['2131 N. 14th Street, Suite 100', { city: ' MILWAUKEE ', country: null }]
  ])('when the address is written as %j with %j, then it is the same', (street, rest) => {
    expect(keyOf(street, rest)).toBe(addressMatchKey(milwaukee, settings));
  });

  it.each([
    ['another house', '2133 N. 14th Street\nSuite 100', {}],
    ['another direction', '2131 S. 14th Street\nSuite 100', {}],
    ['another suffix', '2131 N. 14th Avenue\nSuite 100', {}],
    ['another suite', '2131 N. 14th Street\nSuite 101', {}],
    ['a floor and no suite', '2131 N. 14th Street\nFloor 100', {}],
    ['another city', '2131 N. 14th Street\nSuite 100', { city: 'Racine' }],
    ['another ZIP code', '2131 N. 14th Street\nSuite 100', { postalCode: '53206' }],
    ['another country', '2131 N. 14th Street\nSuite 100', { country: 'Germany' }]
  ])('when it has %s, then it is another', (_what, street, rest) => {
    expect(keyOf(street, rest)).not.toBe(addressMatchKey(milwaukee, settings));
  });

  it.each([
    ['P.O. Box 1234', 'PO BOX 1234'],
    ['POB 1234', 'Post Office Box 1234'],
    ['5411 Kendrick Dr', '5411 KENDRICK DRIVE'],
    ['350 5th Ave, 33rd Floor', '350 5th Avenue Fl 33'],
    ['1 Saint Paul Pkwy', '1 St. Paul Parkway']
  ])('when it is written as %j or %j, then it is the same', (one, other) => {
    expect(keyOf(one)).toBe(keyOf(other));
  });

  it.each([
    ['10-123 rue Saint-Urbain Ouest', '123 Rue St-Urbain O, app. 10'],
    ['200 Wellington St West', '200 Wellington Street W.']
  ])('when a Canadian address is written as %j or %j, then it is the same', (one, other) => {
    expect(keyOf(one, toronto)).toBe(keyOf(other, { ...toronto, postalCode: 'm5v3l9', country: 'CAN' }));
  });

  it('when the country is another, then only case, accents and punctuation do not count', () => {
    const berlin = { city: 'Köln', state: null, postalCode: '50667', country: 'Germany' };
    expect(keyOf('Domstr. 5', berlin)).toBe('DOMSTR 5||KOLN||50667|DE');
    expect(keyOf('domstr 5', { ...berlin, city: 'KÖLN', country: 'DEU' })).toBe('DOMSTR 5||KOLN||50667|DE');
  });

  it.each([null, '', ' \n '])('when the street is %j, then there is no key', (street) => {
    expect(addressMatchKey({ ...milwaukee, street }, settings)).toBeNull();
  });

  it('for any address of Sage, the forms that Salesforce may take have the same key', () => {
    const text = fc.option(fc.stringMatching(/^[A-Za-z0-9 .,#-]{1,30}$/));
    const sage = fc.record({
      addressLine1: text,
      addressLine2: text,
      addressLine3: text,
      city: text,
      state: fc.constantFrom('WI', 'ny', 'PR', 'XX', null),
      zipCode: fc.constantFrom('53205-1204', '53205', '612', null),
      countryCode: fc.constantFrom('USA', 'US', null)
    });
    const lengths = { addressLine: 30, city: 30, state: 2, zipCode: 10, countryCode: 3 };
    const base = { ...settings, lengths, sageCountryForm: 'iso3' } as const;
    fc.assert(
      fc.property(sage, (address) => {
        const asCode = toSalesforceAddress(address, { ...base, salesforceForm: 'code' }).address;
        const asName = toSalesforceAddress(address, { ...base, salesforceForm: 'name' }).address;
        expect(addressMatchKey(asName, settings)).toBe(addressMatchKey(asCode, settings));
      })
    );
  });
});
