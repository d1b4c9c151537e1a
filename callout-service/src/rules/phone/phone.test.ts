import fc from 'fast-check';
import { getCountries, getExampleNumber } from 'libphonenumber-js/min';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, it } from 'vitest';
import { toSagePhone, toSalesforcePhone, type PhoneSettings } from './phone.ts';

const settings: PhoneSettings = {
  lengths: { telephoneNo: 20, telephoneExt: 6 },
  country: null,
  businessCountry: 'US'
};
const older = { ...settings, lengths: { telephoneNo: 17, telephoneExt: 6 } };

describe('toSalesforcePhone', () => {
  it.each([
    ['(414) 555-4787', null, 'USA', '+14145554787'],
    ['(414) 555-4787', '123', null, '+14145554787 x123'],
    ['414-555-4787', 'ext 123', null, '+14145554787 x123'],
    ['414.555.4787 x123', null, null, '+14145554787 x123'],
    ['1 414 555 4787', ' ', 'United States', '+14145554787'],
    ['(604) 555-1234', null, 'CAN', '+16045551234'],
    ['030 901820', null, 'DEU', '+4930901820'],
    ['+49 30 901820', null, 'USA', '+4930901820'],
    ['011 49 30 901820', null, 'USA', '+4930901820'],
    [null, null, 'USA', null],
    ['', '', 'USA', null]
  ])('when Sage has %j and %j in %s, then Salesforce has %s', (telephoneNo, telephoneExt, country, phone) => {
    expect(toSalesforcePhone({ telephoneNo, telephoneExt }, { ...settings, country })).toEqual({ phone });
  });

  it.each([
    ['555-4787', null, '555-4787'],
    ['555-4787', '12', '555-4787 x12'],
    ['1-800-FLOWERS', null, '1-800-FLOWERS'],
    ['see Artie', null, 'see Artie'],
    ['(414) 555-4787', 'desk', '+14145554787 xdesk']
  ])('when Sage has %j and %j, then Salesforce has %j', (telephoneNo, telephoneExt, phone) => {
    const answer = toSalesforcePhone({ telephoneNo, telephoneExt }, settings);
    expect(answer.phone).toBe(phone);
    expect(answer.remark !== undefined).toBe(!phone.startsWith('+'));
  });
});

describe('toSagePhone', () => {
  it.each([
    ['+14145554787', null, '(414) 555-4787', null],
    ['4145554787', null, '(414) 555-4787', null],
    ['(414) 555-4787 x123', 'US', '(414) 555-4787', '123'],
    ['414-555-4787 ext. 123', 'US', '(414) 555-4787', '123'],
    ['414-555-4787x123', 'US', '(414) 555-4787', '123'],
    ['414-555-4787 Extension 7', 'US', '(414) 555-4787', '7'],
    ['+14145554787;ext=7', 'US', '(414) 555-4787', '7'],
    ['414 555 4787 #7', 'US', '(414) 555-4787', '7'],
    ['4145554787,7', 'US', '(414) 555-4787', '7'],
    ['+16045551234', 'US', '(604) 555-1234', null],
    ['+4930901820', 'Germany', '030 901820', null],
    ['+4930901820', 'US', '+49 30 901820', null],
    [null, 'US', null, null],
    [' ', 'US', null, null]
  ])('when Salesforce has %j in %s, then Sage has %j and %j', (phone, country, telephoneNo, telephoneExt) => {
    expect(toSagePhone(phone, { ...settings, country })).toEqual({
      fits: true,
      phone: { telephoneNo, telephoneExt }
    });
  });

  it.each([
    ['1-800-FLOWERS', '1-800-FLOWERS', null],
    ['555-4787', '555-4787', null],
    ['555-4787 x12', '555-4787', '12'],
    ['4145554787,7 x12', '4145554787,7', '12'],
    ['fax only', 'fax only', null]
  ])(
    'when %j is not recognised, then it passes unchanged, with a remark',
    (phone, telephoneNo, telephoneExt) => {
      const answer = toSagePhone(phone, settings);
      expect(answer).toMatchObject({ fits: true, phone: { telephoneNo, telephoneExt } });
      expect(answer).toHaveProperty('remark');
    }
  );

  it('when the international form is too long for an older release, then it is written without blanks', () => {
    const phone = { telephoneNo: '+442079460958', telephoneExt: null };
    expect(
      toSagePhone('+44 20 7946 0958', { ...settings, lengths: { telephoneNo: 14, telephoneExt: 6 } })
    ).toEqual({
      fits: true,
      phone
    });
  });

  it.each([
    ['414-555-4787 or 414-555-4788', 'phone', "It has 28 characters; Sage's column holds 17."],
    ['414-555-4787 x1234567', 'extension', "It has 7 characters; Sage's column holds 6."]
  ])('when %j does not fit, then it says so', (phone, field, problem) => {
    const answer = toSagePhone(phone, older);
    expect(answer).toMatchObject({ fits: false, faults: [{ code: 'LB505', field, problem }] });
  });
});

describe('a number that goes there and back', () => {
  const lastCountries = ['US', 'CA', 'DE', 'GB', 'IT', 'MX', 'AQ'];

  it.each(lastCountries)(
    'when dialled from %s, then the example of every country comes back the same',
    (country) => {
      for (const of of getCountries()) {
        const phone = getExampleNumber(of, examples)?.number ?? '';
        expect(phone).toMatch(/^\+\d+$/);
        const sage = toSagePhone(`${phone} x123`, { ...older, country });
        if (!sage.fits) throw new Error(`${phone} does not fit`);
        expect(toSalesforcePhone(sage.phone, { ...older, country })).toEqual({ phone: `${phone} x123` });
      }
    }
  );

  const column = (length: number): fc.Arbitrary<string | null> =>
    fc.oneof(
      fc.constantFrom(null, '', ' '),
      fc.stringMatching(new RegExp(`^[ -~]{0,${length}}$`)),
      fc.stringMatching(new RegExp(`^[0-9() x+-]{0,${length}}$`)).map((text) => text.padEnd(length))
    );

  it('when nothing changed in Salesforce, then Sage has the very same, for any text that its columns can hold', () => {
    fc.assert(
      fc.property(column(20), column(6), fc.constantFrom(null, 'USA', 'DE'), (no, extension, country) => {
        const present = { telephoneNo: no, telephoneExt: extension };
        const { phone } = toSalesforcePhone(present, { ...settings, country });
        expect(toSagePhone(phone, { ...settings, country }, present)).toEqual({ fits: true, phone: present });
      }),
      { numRuns: 2000 }
    );
  });

  it('when the number is another, then what Sage has is replaced', () => {
    const present = { telephoneNo: '414 555 4787', telephoneExt: null };
    expect(toSagePhone('+14145554788', settings, present)).toMatchObject({
      phone: { telephoneNo: '(414) 555-4788' }
    });
  });
});
