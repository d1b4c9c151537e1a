import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { companyNameKey } from './company-name-key.ts';
import {
  customerMatchKeys,
  customersMatch,
  customerMatchValues,
  type CompanyFacts,
  type CustomerMatchKey
} from './customer-match.ts';
import { websiteHost } from './website-host.ts';

const settings = { businessCountry: 'US' };
const blank = { street: null, city: null, state: null, postalCode: null, country: null };
const nobody: CompanyFacts = { name: null, address: blank, phone: null, email: null, website: null };

function facts(changes: Partial<CompanyFacts>): CompanyFacts {
  return { ...nobody, ...changes };
}

function match(key: CustomerMatchKey, one: Partial<CompanyFacts>, other: Partial<CompanyFacts>): boolean {
  return customersMatch(key, facts(one), facts(other), settings);
}

describe('names', () => {
  it.each([
    ['American Business Futures', 'AMERICAN BUSINESS FUTURES, INC.'],
    ['Smith & Sons', 'Smith and Sons LLC'],
    ['Smith + Sons', 'SMITH AND SONS'],
    ['The Home Shop', 'Home Shop Corp.'],
    ['Müller GmbH & Co. KG', 'MULLER'],
    ['L.L. Bean, Inc.', 'LL Bean'],
    ['Żółć Sp.', 'Zolc SP'],
    ['Ørsted', 'Orsted Ltd'],
    ['Straße AG', 'STRASSE'],
    ['Wal-Mart', 'Walmart'],
    ["O'Neill Co", 'ONEILL Company'],
    ['Acme 🚀', 'acme'],
    ['Acme\u00a0 Corp', 'ACME']
  ])('when one side says %j and the other %j, then they are the same', (one, other) => {
    expect(match('name', { name: one }, { name: other })).toBe(true);
  });

  it.each([
    ['Acme', 'Acme West'],
    ['Incline', 'Line'],
    ['Company Store', 'Store'],
    ['Theatre Supply', 'Atre Supply'],
    ['Smith & Sons', 'Smith Sons'],
    ['Acme 1', 'Acme 2']
  ])('when one side says %j and the other %j, then they are not', (one, other) => {
    expect(match('name', { name: one }, { name: other })).toBe(false);
  });

  it.each([
    ['The', 'THE'],
    ['The Limited', 'LIMITED'],
    ['Co.', 'CO'],
    ['Company & Co.', 'COMPANY'],
    ['🚀', null],
    [' . ', null],
    ['', null],
    [null, null]
  ])('when %j is nearly nothing, then its key is %j', (name, key) => {
    expect(companyNameKey(name)).toBe(key);
  });
});

describe('addresses', () => {
  const street = {
    street: '123 North Main Street, Suite 4',
    city: 'Milwaukee',
    state: 'Wisconsin',
    postalCode: '53202'
  };
  const one = { name: 'Acme, Inc.', address: { ...street, country: 'United States' } };
  const written = { street: '123 N. Main St.\nSte #4', city: 'MILWAUKEE', state: 'WI', country: 'USA' };
  const other = { name: 'ACME', address: { ...written, postalCode: '53202-1234' } };

  it('when the same address is written otherwise, then it matches, and so does its postal code', () => {
    expect(match('name-and-address', one, other)).toBe(true);
    expect(match('name-and-postal-code', one, other)).toBe(true);
  });

  it('when name, unit, postal code or country differ, then it does not', () => {
    const elsewhere = (changes: Partial<typeof other.address>) => ({
      ...other,
      address: { ...other.address, ...changes }
    });
    expect(match('name-and-address', one, { ...other, name: 'Acme West' })).toBe(false);
    expect(match('name-and-address', one, elsewhere({ street: '123 N Main St Ste 5' }))).toBe(false);
    expect(match('name-and-postal-code', one, elsewhere({ postalCode: '53203' }))).toBe(false);
    expect(match('name-and-postal-code', one, elsewhere({ country: 'Germany' }))).toBe(false);
  });

  it('when a spreadsheet took the zero of a ZIP code, then the state puts it back; Canada counts without blanks', () => {
    const place = (state: string, postalCode: string, country: string | null = null) => ({
      name: 'Acme',
      address: { ...blank, state, postalCode, country }
    });
    expect(match('name-and-postal-code', place('MA', '2139'), place('Massachusetts', '02139-4307'))).toBe(
      true
    );
    expect(match('name-and-postal-code', place('ON', 'k1a0b1', 'CA'), place('', 'K1A 0B1', 'Canada'))).toBe(
      true
    );
    expect(match('name-and-postal-code', place('', 'EC1A 1BB', 'GB'), place('', 'ec1a1bb', 'GBR'))).toBe(
      true
    );
  });
});

describe('phone, e-mail and website', () => {
  it.each([
    ['(414) 555-4787', '+1 414 555 4787', true],
    ['414.555.4787 x12', '4145554787', true],
    ['+1 414 555 4787', '+1 414 555 4788', false],
    ['555-4787', '555-4787', false],
    ['call Artie', 'call Artie', false]
  ])('when the phones are %j and %j, then matching is %s', (one, other, expected) => {
    expect(match('phone', { phone: one }, { phone: other })).toBe(expected);
  });

  it('when a number has no country code, then the country of its address decides', () => {
    const german = { ...blank, country: 'Germany' };
    expect(match('phone', { phone: '030 901820', address: german }, { phone: '+49 30 901820' })).toBe(true);
    expect(match('phone', { phone: '030 901820' }, { phone: '+49 30 901820' })).toBe(false);
  });

  it.each([
    ['AP@Acme.com', ' ap@acme.com ', true],
    ['ap@acme.com', 'info@acme.com; AP@acme.com', true],
    ['ap@acme.com', 'ap@acme.org', false],
    ['acme', 'acme', false]
  ])('when the e-mails are %j and %j, then matching is %s', (one, other, expected) => {
    expect(match('email', { email: one }, { email: other })).toBe(expected);
  });

  it.each([
    ['https://www.Acme.com/en?x=1', 'acme.com'],
    ['ACME.COM:8080', 'acme.com'],
    ['shop.acme.com', 'shop.acme.com'],
    ['https://www.facebook.com/acme', null],
    ['localhost', null],
    ['127.0.0.1', null],
    ['not a site', null],
    ['info@acme.com', null],
    ['', null],
    [null, null]
  ])('when a website is %j, then its host is %j', (website, host) => {
    expect(websiteHost(website)).toBe(host);
  });
});

describe('every match key', () => {
  const text = fc.option(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', ' ', 'Inc.', '🚀')));
  const oftenSame = fc.constantFrom('Acme', 'ACME, Inc.', 'Bird & Co', null);
  const someFacts: fc.Arbitrary<CompanyFacts> = fc.record({
    name: fc.oneof(text, oftenSame),
    address: fc.record({
      street: fc.oneof(text, fc.constantFrom('1 Main St', '1 MAIN STREET')),
      city: text,
      state: fc.constantFrom(null, 'WI', 'Wisconsin'),
      postalCode: fc.oneof(text, fc.constantFrom('53202', '53202-1111')),
      country: fc.constantFrom(null, 'US', 'Germany', 'nowhere')
    }),
    phone: fc.oneof(text, fc.constantFrom('4145554787', '(414) 555-4787')),
    email: fc.oneof(text, fc.emailAddress()),
    website: fc.oneof(text, fc.webUrl())
  });
  const someKey = fc.constantFrom(...customerMatchKeys);

  it('when sides are exchanged, then the answer is the same, and who has a value matches himself', () => {
    fc.assert(
      fc.property(someKey, someFacts, someFacts, (key, one, other) => {
        expect(customersMatch(key, one, other, settings)).toBe(customersMatch(key, other, one, settings));
        const hasValue = customerMatchValues(key, one, settings).length > 0;
        expect(customersMatch(key, one, one, settings)).toBe(hasValue);
      }),
      { numRuns: 1000 }
    );
  });

  it('when one side knows nothing, then nobody matches it, nothing included', () => {
    const empty = fc.constantFrom(null, '', ' ', '\t', '.,-');
    const emptyFacts = fc.record({
      name: empty,
      address: fc.record({
        street: empty,
        city: text,
        state: empty,
        postalCode: empty,
        country: fc.constant('US')
      }),
      phone: empty,
      email: empty,
      website: empty
    });
    fc.assert(
      fc.property(someKey, emptyFacts, fc.oneof(someFacts, emptyFacts), (key, nothing, other) => {
        expect(customersMatch(key, nothing, other, settings)).toBe(false);
      }),
      { numRuns: 500 }
    );
  });

  it('when case, blanks and punctuation are others, then it is the same name', () => {
    const words = fc.array(fc.stringMatching(/^[A-Za-zÀ-ÿ0-9]{1,8}$/), { minLength: 1, maxLength: 5 });
    const gap = fc.constantFrom(' ', '  ', '\t', ', ', ' - ', '. ', ' / ', "' ");
    fc.assert(
      fc.property(words, gap, fc.boolean(), (parts, between, upper) => {
        const name = parts.join(' ');
        const other = `  ${parts.join(between)}. `;
        expect(companyNameKey(upper ? other.toUpperCase() : other.toLowerCase())).toBe(companyNameKey(name));
      }),
      { numRuns: 1000 }
    );
  });
});
