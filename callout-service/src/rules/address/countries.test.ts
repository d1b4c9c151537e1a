import isoCountries from 'i18n-iso-countries';
import { describe, expect, it } from 'vitest';
import { countryIso2, sageCountryCode, salesforceCountry } from './countries.ts';

const alpha2Codes = Object.keys(isoCountries.getAlpha2Codes());

describe('countryIso2', () => {
  it.each([
    ['US', 'US'],
    ['USA', 'US'],
    ['840', 'US'],
    ['u.s.a.', 'US'],
    ['United States', 'US'],
    ['UNITED STATES OF AMERICA', 'US'],
    ['États-Unis', 'US'],
    ['Estados Unidos', 'US'],
    ['can', 'CA'],
    ['Canada', 'CA'],
    ['México', 'MX'],
    ['UK', 'GB'],
    ['Great Britain', 'GB'],
    ['Cote d’Ivoire', 'CI'],
    ["Côte d'Ivoire", 'CI'],
    ['Korea, Republic of', 'KR'],
    ['Korea, Democratic People’s Republic of', 'KP'],
    ['Congo, the Democratic Republic of the', 'CD'],
    ['Congo', 'CG'],
    ['Viet Nam', 'VN'],
    ['040', 'AT']
  ])('reads %s as %s', (text, iso2) => {
    expect(countryIso2(text)).toBe(iso2);
  });

  it.each(['', 'ZZ', 'Freedonia', '999'])('when the text is %j, then it is no country', (text) => {
    expect(countryIso2(text)).toBeUndefined();
  });

  it("when the site's own country table has a code, then that code wins", () => {
    expect(countryIso2('ENG', { GB: 'ENG' })).toBe('GB');
    expect(countryIso2('IND', { US: 'IND' })).toBe('US');
  });
});

describe('English names of countries', () => {
  it('are of one country each, but for the two that are called Congo', () => {
    const names = Object.entries(isoCountries.getNames('en', { select: 'all' })).flatMap(([iso2, all]) =>
      all.map((name) => ({ iso2, name }))
    );
    expect(names.filter(({ iso2, name }) => countryIso2(name) !== iso2)).toEqual([
      { iso2: 'CD', name: 'Congo' }
    ]);
  });
});

describe('sageCountryCode', () => {
  it.each([
    ['iso3', 'USA'],
    ['iso2', 'US'],
    ['numeric', '840']
  ] as const)('when the site keeps %s codes, then the United States are %s', (sageCountryForm, code) => {
    expect(sageCountryCode('US', { sageCountryForm })).toBe(code);
  });

  it("when the site has a code of its own, then that one is Sage's", () => {
    expect(sageCountryCode('GB', { sageCountryForm: 'iso3', sageCountryCodes: { GB: 'UK' } })).toBe('UK');
  });

  it.each(['iso3', 'iso2', 'numeric'] as const)(
    'for every country of ISO 3166, the %s code and both forms of Salesforce read back as it, in at most 3 characters',
    (sageCountryForm) => {
      for (const iso2 of alpha2Codes) {
        const code = sageCountryCode(iso2, { sageCountryForm });
        expect(code.length).toBeLessThanOrEqual(3);
        expect(countryIso2(code)).toBe(iso2);
        for (const salesforceForm of ['code', 'name'] as const) {
          expect(countryIso2(salesforceCountry(iso2, { salesforceForm }))).toBe(iso2);
        }
      }
    }
  );
});

describe('salesforceCountry', () => {
  it.each([
    ['US', 'name', 'United States'],
    ['CA', 'name', 'Canada'],
    ['US', 'code', 'US']
  ] as const)('gives %s as %s: %s', (iso2, salesforceForm, text) => {
    expect(salesforceCountry(iso2, { salesforceForm })).toBe(text);
  });

  it('when the org has another name for a country, then that is used', () => {
    const settings = { salesforceForm: 'name', salesforceCountryNames: { US: 'USA' } } as const;
    expect(salesforceCountry('US', settings)).toBe('USA');
  });
});
